/** The identity provider as others need it: its metadata, its key set, its token endpoint. */
import { JwksClient } from 'jwks-rsa';
import type { FindKey } from './token-verifier.ts';

/** Fetches JSON over HTTP; the assembly passes the transport in. Rejects when the answer is not 2xx or not JSON. */
export type FetchJson = (request: {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}) => Promise<unknown>;

interface Metadata {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly token_endpoint: string;
}

export interface Provider {
  /** Endpoints from `/.well-known/openid-configuration` (OpenID Connect Discovery 1.0), fetched once, at first need. */
  readonly metadata: () => Promise<Metadata>;
  /** Keys are remembered for 10 minutes; at most 10 look-ups a minute reach the provider, whatever ids tokens name. */
  readonly findKey: FindKey;
}

export function createProvider(issuer: string, fetchJson: FetchJson): Provider {
  let pending: Promise<Metadata> | undefined;
  let keys: JwksClient | undefined;

  async function discover(): Promise<Metadata> {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const found = (await fetchJson({ method: 'GET', url })) as Partial<Metadata>;
    const { jwks_uri, token_endpoint } = found;
    if (found.issuer !== issuer || jwks_uri === undefined || token_endpoint === undefined) {
      throw new Error(`${url} speaks for issuer ${found.issuer}, expected ${issuer}.`);
    }
    return { issuer, jwks_uri, token_endpoint };
  }

  function metadata(): Promise<Metadata> {
    pending ??= discover().catch((reason) => {
      pending = undefined;
      throw reason;
    });
    return pending;
  }

  async function findKey(keyId: string): Promise<string> {
    const { jwks_uri: jwksUri } = await metadata();
    keys ??= new JwksClient({
      jwksUri,
      cacheMaxAge: 600_000,
      rateLimit: true,
      jwksRequestsPerMinute: 10,
      timeout: 5_000,
      fetcher: (url) => fetchJson({ method: 'GET', url }) as Promise<{ keys: unknown }>,
    });
    const key = await keys.getSigningKey(keyId);
    return key.getPublicKey();
  }

  return { metadata, findKey };
}
