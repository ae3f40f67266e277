/** How long what services answered may be used again, and how to ask whether it still holds: types only. */

/** A GET that an answer was made of. */
export interface Source {
  readonly service: string;
  readonly operationId: string;
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  /** Its validator (RFC 9110, 8.8.3); absent where the service gave none. */
  readonly etag?: string;
  /** What a token must allow to ask again; absent where nothing special is needed. */
  readonly scopes?: readonly string[];
  /** Present where no token is to be sent. */
  readonly token?: 'none';
}

/** What may be done with something that services answered (RFC 9111). */
export interface Freshness {
  /**
   * Whether it may be kept and given to others at all: public, whole, no error, no `no-store`. What is not is never
   * written to any cache.
   */
  readonly isStorable: boolean;
  /** Milliseconds since the epoch until which it may be used without asking again; in the past when it never may. */
  readonly freshUntil: number;
  readonly sources: readonly Source[];
}

/** Hears the freshness of everything that an execution used. */
export interface FreshnessRecorder {
  add(freshness: Freshness): void;
}
