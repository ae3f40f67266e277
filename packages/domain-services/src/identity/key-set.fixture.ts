// A small identity provider for tests: discovery, a key set, and tokens good and bad.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';

export const audience = 'urn:facet:api';

export interface TestIssuer {
  readonly issuer: string;
  readonly publicKey: KeyObject;
  /** How often the key set was fetched. */
  keySetFetches(): number;
  /** A token as the provider signs it; claims set to undefined are left out. */
  sign(claims?: Record<string, unknown>, options?: SignOptions): string;
  /** A person's token. */
  personToken(accountId: string): string;
  /** A client's own token; of `web-bff` when nobody is named. */
  clientToken(clientId?: string): string;
  /** How often a client asked for its own token. */
  tokenRequests(): number;
  close(): Promise<void>;
}

export interface SignOptions {
  readonly header?: Record<string, unknown>;
  readonly key?: jwt.Secret | jwt.PrivateKey;
  readonly algorithm?: jwt.Algorithm;
}

const keyId = 'test-key';

/** So that tests of anything else need not think of them. */
const everyScope = [
  ...['catalog:read', 'stock:read', 'stock:reserve', 'reviews:read', 'reviews:write', 'profiles:read', 'accounts:read'],
  ...['accounts:write', 'carts:read', 'carts:write', 'orders:read', 'orders:write', 'payments:read', 'payments:write'],
].join(' ');

/** Every client has its name and `-secret` for a secret, as the services have by default. */
function toClientId(authorization = ''): string | undefined {
  const [id, secret] = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':');
  return secret === `${id}-secret` ? id : undefined;
}

export const createKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function startTestIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = createKeys();
  let fetches = 0;
  let tokenRequests = 0;
  let issuer = '';
  const clientTokenOf = (clientId: string) => sign({ sub: clientId, client_id: clientId, jti: `t-${tokenRequests}` });
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration') {
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys`, token_endpoint: `${issuer}/token` }));
      return;
    }
    if (request.url === '/token') {
      tokenRequests += 1;
      const clientId = toClientId(request.headers.authorization);
      if (clientId === undefined) response.writeHead(401).end('{"error":"invalid_client"}');
      else response.end(JSON.stringify({ access_token: clientTokenOf(clientId), expires_in: 600 }));
      return;
    }
    fetches += 1;
    const key = { ...publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'RS256' };
    response.end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sign = (
    claims: Record<string, unknown> = {},
    { header = {}, key = privateKey, algorithm = 'RS256' }: SignOptions = {},
  ) => {
    const now = Math.floor(Date.now() / 1000);
    const allowed = { aud: audience, scope: everyScope };
    const defaults = { iss: issuer, ...allowed, sub: 'acc-001', client_id: 'web', iat: now, exp: now + 600 };
    const payload = Object.fromEntries(
      Object.entries({ ...defaults, ...claims }).filter(([, value]) => value !== undefined),
    );
    return jwt.sign(payload, key, { algorithm, header: { alg: algorithm, typ: 'at+jwt', kid: keyId, ...header } });
  };
  return {
    issuer,
    publicKey,
    keySetFetches: () => fetches,
    sign,
    personToken: (accountId) => sign({ sub: accountId }),
    clientToken: (clientId = 'web-bff') => clientTokenOf(clientId),
    tokenRequests: () => tokenRequests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
