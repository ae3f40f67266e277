// The identity provider's public keys: found through discovery, fetched when first needed, remembered.
import { JwksClient } from 'jwks-rsa';
import { request } from 'undici';
import { Problem } from '../problem.ts';

const fetchTimeoutMs = 3000;
/** Between fetches for the sake of tokens: ten a minute. */
const pauseMs = 6000;
/** Older keys are fetched again, and used meanwhile. */
const rememberKeysMs = 10 * 60_000;

export interface KeySet {
  /** The PEM of the key, or undefined when the provider has none of that id; throws a 503 problem when it is away. */
  findKey(keyId: string): Promise<string | undefined>;
}

async function fetchJson(url: string): Promise<unknown> {
  const { statusCode, body } = await request(url, { signal: AbortSignal.timeout(fetchTimeoutMs) });
  if (statusCode !== 200) {
    await body.dump();
    throw new Error(`${url} answered ${statusCode}`);
  }
  return body.json();
}

/** Where the provider says its keys are (OpenID Connect Discovery 1.0, 4.3: its `issuer` must be the one we trust). */
async function discoverKeySetUrl(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = (await fetchJson(url)) as { issuer?: unknown; jwks_uri?: unknown };
  if (document.issuer !== issuer) throw new Error(`${url} names the issuer ${String(document.issuer)}, not ${issuer}`);
  if (typeof document.jwks_uri !== 'string') throw new Error(`${url} has no jwks_uri`);
  return document.jwks_uri;
}

/**
 * Nothing is fetched before the first token arrives, so services may start before the provider. Unknown key ids cost at
 * most ten fetches a minute, however many tokens name them, and never keep anybody from a key that is known.
 */
export function createKeySet(issuer: string, now: () => number = Date.now): KeySet {
  let keySetUrl: string | undefined;
  let keys: ReadonlyMap<string, string> = new Map();
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let failure: unknown;
  let fetching: Promise<void> | undefined;
  const client = new JwksClient({
    jwksUri: issuer, // Only a name here: the fetcher knows the address once discovery told it.
    cache: false,
    fetcher: async () => {
      keySetUrl ??= await discoverKeySetUrl(issuer);
      return (await fetchJson(keySetUrl)) as { keys: unknown };
    },
  });

  const fetchKeys = async () => {
    askedAtMs = now();
    try {
      const found = await client.getSigningKeys();
      keys = new Map(found.map((key) => [key.kid, key.getPublicKey()]));
      failure = undefined;
    } catch (cause) {
      failure = cause;
    }
  };
  const fetchOnce = () => {
    fetching ??= fetchKeys().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };

  const findKey = async (keyId: string) => {
    const known = keys.get(keyId);
    if (known !== undefined) {
      if (now() >= askedAtMs + rememberKeysMs) void fetchOnce();
      return known;
    }
    if (fetching !== undefined || now() >= askedAtMs + pauseMs) await fetchOnce();
    const key = keys.get(keyId);
    // A fetch that failed says nothing about the token.
    if (key !== undefined || failure === undefined) return key;
    throw new Problem('UNAVAILABLE', 'The identity provider cannot be reached, so the token cannot be checked.', {
      headers: { 'retry-after': '5' },
      cause: failure,
    });
  };
  return { findKey };
}
