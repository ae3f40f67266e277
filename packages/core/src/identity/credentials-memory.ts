/** Tokens of the identity provider by what they are for, until shortly before they expire; in memory only. */
import { FacetError } from '../errors/facet-error.ts';

/** Renewed this long before they expire; those that live for less than twice as long, at half their time. */
const renewBeforeExpiryMs = 60_000;
/** Long enough to get to a service, clocks that differ included. */
const stillGoodForMs = 10_000;
/** Whoever was refused, or found the provider away, is not asked about again for so long. */
const failureMs = 1_000;

/** What the provider gave. */
export interface IssuedToken {
  readonly token: string;
  readonly lifetimeMs: number;
}

export interface CredentialsMemory {
  /**
   * The token of a key, at once where it is known; otherwise `request` asks for it, once for all who wait. Rejects with
   * the FacetError of `request`, for a second without asking again. When the provider is away while a known token is
   * still good for some seconds, that is it.
   */
  get(key: string, request: () => Promise<IssuedToken>): string | Promise<string>;
  /**
   * Drops a token that a service refused, unless a newer one is there already, or it is not a second old: what a service
   * refuses then is not this token, and the next would fare no better.
   */
  forget(key: string, token: string): void;
}

export interface CredentialsMemoryOptions {
  /** Tokens that are remembered; 10,000 by default, the oldest go first. */
  readonly maxTokens?: number;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

interface Entry {
  readonly token?: string;
  readonly failure?: unknown;
  /** Milliseconds since the epoch at which it was given. */
  readonly at: number;
  /** Milliseconds since the epoch from which the provider is asked again. */
  renewAt: number;
  readonly expiresAt: number;
}

export function createCredentialsMemory(options: CredentialsMemoryOptions = {}): CredentialsMemory {
  const { maxTokens = 10_000, now = Date.now } = options;
  const entries = new Map<string, Entry>();
  const pending = new Map<string, Promise<string>>();

  function remember(key: string, entry: Entry): void {
    entries.delete(key);
    for (const [oldest, { expiresAt }] of entries) {
      if (entries.size < maxTokens && expiresAt > now()) break;
      entries.delete(oldest);
    }
    entries.set(key, entry);
  }

  async function renew(key: string, request: () => Promise<IssuedToken>): Promise<string> {
    try {
      const { token, lifetimeMs } = await request();
      const renewAt = now() + Math.max(lifetimeMs - renewBeforeExpiryMs, lifetimeMs / 2);
      remember(key, { token, at: now(), renewAt, expiresAt: now() + lifetimeMs });
      return token;
    } catch (reason) {
      const failure = FacetError.from(reason);
      const known = entries.get(key);
      const renewAt = now() + failureMs;
      if (known?.token === undefined || failure.code !== 'UPSTREAM_UNAVAILABLE' || !isGood(known)) {
        remember(key, { failure, at: now(), renewAt, expiresAt: renewAt });
        throw failure;
      }
      known.renewAt = renewAt;
      return known.token;
    }
  }

  function ask(key: string, request: () => Promise<IssuedToken>): Promise<string> {
    const waiting = renew(key, request).finally(() => pending.delete(key));
    pending.set(key, waiting);
    return waiting;
  }

  function isGood({ expiresAt }: Entry): boolean {
    return expiresAt - stillGoodForMs > now();
  }

  return {
    get(key, request) {
      const known = entries.get(key);
      if (known !== undefined && now() < known.renewAt) return known.token ?? Promise.reject(known.failure);
      return pending.get(key) ?? ask(key, request);
    },
    forget(key, token) {
      const known = entries.get(key);
      if (known?.token === token && now() >= known.at + failureMs) entries.delete(key);
    },
  };
}
