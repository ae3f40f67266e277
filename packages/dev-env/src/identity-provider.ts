/** The embedded identity provider (OAuth 2.0 and OpenID Connect discovery) for development and tests, never production. */
import { generateKeyPair } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { JWK } from 'oidc-provider';
import { isProduction } from './config.ts';
import { requestDemoToken } from './demo-token.ts';
import { listen } from './listen.ts';
import { type ClientCredentials, standardClients, standardResources } from './standard-access.ts';

export interface IdentityProviderOptions {
  /** 4100; 0 takes a free one. */
  port?: number;
  /** 127.0.0.1 */
  host?: string;
  /** The `iss` of every token; `http://localhost:<port>`. */
  issuer?: string;
  /** The `aud` of tokens for BFFs, and of all for which a request names no resource (RFC 8707); `urn:facet:api`. */
  audience?: string;
  /** Audiences of the services, and the scopes of each; those of the constellation. */
  resources?: Readonly<Record<string, readonly string[]>>;
  /** Who may use `client_credentials` and token exchange; both BFFs and the services that call others, with `<id>-secret`. */
  clients?: ClientCredentials[];
  /** Whether a demo token may be had for this account; `acc-001` … `acc-500`. */
  accounts?: (id: string) => boolean;
  /** Lifetime of a person's token; 3600. */
  personTokenSeconds?: number;
  /** Lifetime of a client's own token; 600. */
  clientTokenSeconds?: number;
  /** Lifetime of a token that another was exchanged for, unless that one ends earlier; 300. */
  exchangedTokenSeconds?: number;
}

export interface IdentityProvider {
  issuer: string;
  /** Where it listens, whatever its issuer is called. */
  url: string;
  /**
   * A fresh access token of a demo person, for BFFs, or for one service with all its scopes; bound to a key where its
   * thumbprint is given (RFC 9449). Rejects for an unknown account or audience.
   */
  token(accountId: string, audience?: string, jkt?: string): Promise<string>;
  /** Tells where the browsers of a client are: it signs people in at `<origin>/auth/…` from now on. */
  setOrigin(clientId: string, origin: string): void;
  /** Refuses new requests, ends idle connections at once and the others when they are answered. */
  close(): Promise<void>;
}

const isDemoAccount = (id: string) => /^acc-(?!000)[0-4]\d\d$|^acc-500$/.test(id);

/**
 * Starts the provider: RS256 key made at each start, nothing persisted.
 * Access tokens are JWTs (RFC 9068): by `client_credentials` for clients, by token exchange (RFC 8693) for services, and
 * by a development-only grant (`urn:facet:grant-type:demo`, parameters `account`, `resource` and `dpop_jkt`) for demo people.
 * Rejects when NODE_ENV is production, and with EADDRINUSE when the port is taken.
 */
export async function startIdentityProvider(options: IdentityProviderOptions = {}): Promise<IdentityProvider> {
  if (isProduction()) {
    throw new Error(
      'The embedded identity provider hands out tokens without a password and does not start when NODE_ENV=production: ' +
        "use your organisation's identity provider there.",
    );
  }
  const { port = 4100, host = '127.0.0.1', audience = 'urn:facet:api', clients = standardClients } = options;
  const { accounts = isDemoAccount, resources = standardResources } = options;
  const { personTokenSeconds = 3_600, clientTokenSeconds = 600, exchangedTokenSeconds = 300 } = options;
  const server = createServer();
  const origins = new Map<string, string>();
  // Only now: it takes a while, and Jest cannot link its jose while jwks-rsa, which requires the same jose, is loading.
  const [{ createProvider }, signingKey] = await Promise.all([import('./create-provider.ts'), createSigningKey()]);
  // Before the provider is made: the issuer's name contains the port.
  await listen(server, port, host);
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const { issuer = url } = options;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
  try {
    const lifetimes = { personTokenSeconds, clientTokenSeconds, exchangedTokenSeconds };
    const originOf = (clientId: string) => origins.get(clientId);
    const settings = { originOf, issuer, signingKey, audience, resources, clients, accounts, ...lifetimes };
    server.on('request', createProvider(settings).callback());
  } catch (error) {
    await close();
    throw error;
  }
  return {
    issuer,
    url,
    token: (accountId, aud, jkt) => requestDemoToken(url, accountId, aud, jkt),
    setOrigin: (id, origin) => void origins.set(id, origin),
    close,
  };
}

async function createSigningKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' } as JWK;
}
