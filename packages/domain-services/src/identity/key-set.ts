// The identity provider's public keys: found through discovery, fetched when first needed, remembered.
import { JwksClient } from 'jwks-rsa';
import { request } from 'undici';
import { Problem } from '../problem.ts';

const fetchTimeoutMs = 3000;
const maxFetchesPerMinute = 10;
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
 * Nothing is fetched before the first token arrives, so services may start before the provider.
 * Unknown key ids cost at most ten fetches a minute, however many tokens name them.
 */
export function createKeySet(issuer: string): KeySet {
  let keySetUrl: string | undefined;
  let providerAnswers = false;
  const client = new JwksClient({
    jwksUri: issuer, // Only a name here: the fetcher knows the address once discovery told it.
    cache: true,
    cacheMaxAge: rememberKeysMs,
    rateLimit: true,
    jwksRequestsPerMinute: maxFetchesPerMinute,
    fetcher: async () => {
      providerAnswers = false;
      keySetUrl ??= await discoverKeySetUrl(issuer);
      const keys = await fetchJson(keySetUrl);
      providerAnswers = true;
      return keys as { keys: unknown };
    },
  });

  const findKey = async (keyId: string) => {
    try {
      return (await client.getSigningKey(keyId)).getPublicKey();
    } catch (cause) {
      // A fetch that failed, or one not made because too many failed before, says nothing about the token.
      if (providerAnswers) return undefined;
      throw new Problem('UNAVAILABLE', 'The identity provider cannot be reached, so the token cannot be checked.', {
        headers: { 'retry-after': '5' },
        cause,
      });
    }
  };
  return { findKey };
}
