/** The provider's public keys, remembered; fetched again when they are old, or a token names one that is not there. */
import { JwksClient } from 'jwks-rsa';
import { FacetError } from '../errors/facet-error.ts';

/** Older ones are fetched again. */
const freshMs = 600_000;
/** As long as they are used while the provider is away. */
const usableMs = 3_600_000;
/** Between fetches for the sake of tokens, whatever key ids these name: ten a minute. */
const pauseMs = 6_000;

export interface KeySet {
  /**
   * The key of an id, in PEM. Those that are known are found at once, whoever else asks for what there is not. Rejects
   * with an Error where there is no such key, with UPSTREAM_UNAVAILABLE where the provider does not say.
   */
  find(keyId: string): Promise<string>;
  /** Fetches the keys; resolves to the id of one, rejects with UPSTREAM_UNAVAILABLE where there is none. */
  load(): Promise<string>;
}

export interface KeySetOptions {
  /** Fetches the JSON Web Key Set (RFC 7517, 5). */
  readonly fetchKeys: () => Promise<unknown>;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

/** Nothing is fetched before it is asked for; whoever asks while it is being fetched waits for the same answer. */
export function createKeySet({ fetchKeys, now = Date.now }: KeySetOptions): KeySet {
  // It only reads the keys here: its own limit of fetches would count against keys that are known, too.
  const client = new JwksClient({
    jwksUri: 'of the provider',
    cache: false,
    fetcher: fetchKeys as () => Promise<{ keys: unknown }>,
  });
  let keys: ReadonlyMap<string, string> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let failure: FacetError | undefined;
  let pending: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    askedAt = now();
    try {
      const found = await client.getSigningKeys();
      keys = new Map(found.filter(({ kid }) => kid).map((key) => [key.kid, key.getPublicKey()]));
      fetchedAt = now();
      failure = undefined;
    } catch (cause) {
      failure = new FacetError('UPSTREAM_UNAVAILABLE', { cause });
    }
  }

  function refreshOnce(): Promise<void> {
    pending ??= refresh().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  return {
    async find(keyId) {
      const isDue = now() >= askedAt + pauseMs;
      const isUsable = now() < fetchedAt + usableMs;
      const known = isUsable ? keys.get(keyId) : undefined;
      if (known !== undefined) {
        if (isDue && now() >= fetchedAt + freshMs) void refreshOnce();
        return known;
      }
      if (isDue || pending !== undefined) await refreshOnce();
      if (failure !== undefined) throw failure;
      const key = keys.get(keyId);
      if (key === undefined) throw new Error('the provider has no such key');
      return key;
    },
    async load() {
      await refreshOnce();
      const [keyId] = keys.keys();
      if (failure !== undefined || keyId === undefined) throw failure ?? new FacetError('UPSTREAM_UNAVAILABLE');
      return keyId;
    },
  };
}
