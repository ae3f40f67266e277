/** The identity provider as others need it: its metadata, its key set, its token endpoint. */
import { createKeySet } from './key-set.ts';
import type { FindKey } from './token-verifier.ts';

/**
 * Fetches JSON over HTTP; the assembly passes the transport in. Rejects with a FacetError when the answer is not 2xx or
 * not JSON; where it tells an OAuth error (RFC 6749, 5.2), that is `cause.oauthError`.
 */
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
  /**
   * Keys are remembered for 10 minutes, an hour while the provider is away; at most 10 look-ups a minute reach it,
   * whatever ids tokens name.
   */
  readonly findKey: FindKey;
  /** Fetches the key set; resolves to the id of one of its keys, rejects where there is none. */
  readonly loadKeys: () => Promise<string>;
}

export function createProvider(issuer: string, fetchJson: FetchJson, now?: () => number): Provider {
  let pending: Promise<Metadata> | undefined;

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

  const keys = createKeySet({
    now,
    fetchKeys: async () => fetchJson({ method: 'GET', url: (await metadata()).jwks_uri }),
  });

  return { metadata, findKey: keys.find, loadKeys: keys.load };
}

/** Why the provider refused a request, in OAuth's words; `undefined` where it did not say, or did not answer. */
export function oauthErrorOf(error: unknown): string | undefined {
  const { cause } = (error ?? {}) as { cause?: { oauthError?: unknown } };
  return typeof cause?.oauthError === 'string' ? cause.oauthError : undefined;
}
