/** Renews the access token of a session: once, whoever asks, in however many processes. */
import { setTimeout as pause } from 'node:timers/promises';
import { FacetError } from '../errors/facet-error.ts';
import type { SessionProvider } from './session-provider.ts';
import type { FoundSession, Session, SessionStore } from './session-store.ts';

export interface RefreshOptions {
  readonly store: SessionStore;
  readonly provider: Pick<SessionProvider, 'refresh'>;
  /** Longest time that one answer of the provider may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest time that anybody waits, in milliseconds; what is under way goes on. */
  readonly waitMs: number;
  /** Hears of sessions that ended because the provider takes their refresh token no more. */
  readonly onRefused?: (session: Session) => void;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

/**
 * Takes a session as it was just read; resolves to it with an access token that is good. Rejects with UNAUTHENTICATED
 * where the session has ended, and with UPSTREAM_UNAVAILABLE where the provider is away, or late, and the old token
 * expired.
 */
export type Refresh = (id: string, session: Session) => Promise<Session>;

/** The provider's metadata, and its tokens. */
const answersPerRenewal = 2;
/** What lies between an answer of the provider and a session that is written. */
const writingMs = 3_000;
const pollMs = 20;
const writeAttempts = 10;
const writePauseMs = 250;
/** Nobody waits for the next token while this one is good for so long, which is longer than requests take. */
const enoughMs = 10_000;

/**
 * A refresh token may be good for one use alone, so the first who comes takes the session's lock and all others wait for
 * what it writes: in this process for its promise, in another by looking. Whoever holds the lock looks first, too. A
 * process that dies with the lock delays the others until the lock expires.
 */
export function createRefresh(options: RefreshOptions): Refresh {
  const { store, provider, timeoutMs, waitMs, onRefused, now = Date.now } = options;
  const underWay = new Map<string, Promise<Session>>();
  const lockMs = answersPerRenewal * timeoutMs + writingMs;

  async function refresh(id: string): Promise<Session> {
    // By then, whoever had the lock at first has lost it.
    const giveUpAt = now() + 2 * lockMs;
    while (now() < giveUpAt) {
      const unlock = await store.lock(id, lockMs);
      const session = await renewed(id, unlock !== undefined).finally(() => unlock?.().catch(() => {}));
      if (session !== undefined) return session;
      await pause(pollMs);
    }
    throw late();
  }

  /** `undefined` where somebody else is at it. */
  async function renewed(id: string, isMine: boolean): Promise<Session | undefined> {
    const found = await store.read(id);
    if (found === undefined) throw new FacetError('UNAUTHENTICATED', { cause: new Error('the session has ended') });
    if (found.session.tokens.renewAt > now()) return found.session;
    return isMine ? renew(id, found) : undefined;
  }

  async function renew(id: string, found: FoundSession): Promise<Session | undefined> {
    const { session } = found;
    const { refreshToken } = session.tokens;
    if (refreshToken === undefined) return withoutRefresh(id, session);
    const tokens = await provider.refresh(refreshToken, session.subject).catch((reason: unknown) => {
      if (session.tokens.expiresAt > now()) return session.tokens;
      throw reason;
    });
    if (tokens === session.tokens) return session;
    if (tokens === undefined) return end(id, session);
    const next = { ...session, tokens };
    return (await write(id, found, next)) ? next : undefined;
  }

  async function withoutRefresh(id: string, session: Session): Promise<Session> {
    return session.tokens.expiresAt > now() ? session : end(id, session);
  }

  async function end(id: string, session: Session): Promise<never> {
    onRefused?.(session);
    await store.end(id);
    throw new FacetError('UNAUTHENTICATED', { cause: new Error('the provider ended the session') });
  }

  /** The old refresh token is spent: what came for it is not given up at the first failure. */
  async function write(id: string, found: FoundSession, next: Session): Promise<boolean> {
    for (let attempt = 1; attempt < writeAttempts; attempt += 1) {
      try {
        return await store.replace(id, found, next);
      } catch {
        await pause(writePauseMs);
      }
    }
    return store.replace(id, found, next);
  }

  function begin(id: string): Promise<Session> {
    const own = refresh(id).finally(() => underWay.delete(id));
    underWay.set(id, own);
    return own;
  }

  return async (id, session) => {
    const { renewAt, expiresAt } = session.tokens;
    if (renewAt > now()) return session;
    const renewal = underWay.get(id) ?? begin(id);
    if (expiresAt - now() < enoughMs) return inTime(renewal, waitMs);
    renewal.catch(() => {});
    return session;
  };
}

function inTime<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), timeoutMs);
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}

function late(): FacetError {
  const message = 'Your session could not be renewed in time. Try again shortly.';
  return new FacetError('UPSTREAM_UNAVAILABLE', { message });
}
