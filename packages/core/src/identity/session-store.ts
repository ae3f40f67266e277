/** Where sessions are kept, and what one is: types only. Two stores keep the promises, one in memory and one in Redis. */

/** What the provider gave for a person; none of it leaves the server. */
export interface SessionTokens {
  readonly accessToken: string;
  /** Milliseconds since the epoch from which the access token is to be renewed, shortly before it expires. */
  readonly renewAt: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Good for one use where the provider rotates it; absent where the provider gives none. */
  readonly refreshToken?: string;
}

export interface Session {
  /** `sub` of the ID token. */
  readonly subject: string;
  /** The provider's own session, which back-channel logout names; absent where the provider has none. */
  readonly sid?: string;
  /** Milliseconds since the epoch at which it ends, however much it is used. */
  readonly endsAt: number;
  readonly tokens: SessionTokens;
}

export interface FoundSession {
  readonly session: Session;
  /** What `replace` compares: the session as it was read. */
  readonly version: unknown;
}

/** Whose sessions a provider ends: those of its own session, or all of a person. */
export type LogoutSubject = { readonly sid: string; readonly subject?: string } | { readonly subject: string };

/**
 * Sessions by the secret id that the browser's cookie holds; no store keeps the id itself. Every method rejects with
 * UPSTREAM_UNAVAILABLE when the store does not answer.
 */
export interface SessionStore {
  create(id: string, session: Session): Promise<void>;
  /** Finds what is alive, and counts as a use of it. */
  read(id: string): Promise<FoundSession | undefined>;
  /** Finds it without using it, and says when it ends if nobody does. */
  peek(id: string): Promise<{ readonly session: Session; readonly idleEndsAt: number } | undefined>;
  /** Puts another in its place, if it is still what was read; `false` where it has ended or changed meanwhile. */
  replace(id: string, found: FoundSession, session: Session): Promise<boolean>;
  end(id: string): Promise<void>;
  /** Ends all that a provider's logout names; resolves to how many. */
  endAll(whose: LogoutSubject): Promise<number>;
  /** Takes the session's one lock, for `ttlMs` at most; resolves to its release, `undefined` where another has it. */
  lock(id: string, ttlMs: number): Promise<(() => Promise<void>) | undefined>;
  /** Remembers a name for `ttlMs`. */
  note(name: string, ttlMs: number): Promise<void>;
  /** Whether it is remembered. */
  isNoted(name: string): Promise<boolean>;
}

export interface SessionLifetimes {
  /** Time without use after which a session ends. */
  readonly idleMs: number;
  /** Time after which it ends, used or not. */
  readonly lifetimeMs: number;
}
