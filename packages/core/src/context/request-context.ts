/** What every room may know about the request it works for: types only. */

import type { FreshnessRecorder } from './freshness.ts';

/** Who is calling, as the verified access token says. */
export interface Principal {
  /** `sub` of the token. */
  readonly subject: string;
  /** The person's account id; `null` where an app speaks for itself (`sub` is its `client_id`, RFC 9068). */
  readonly account: string | null;
  /** `client_id`: the app that acts for the person. */
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The token as it came; it is exchanged for those that services get, and sent to none. */
  readonly token: string;
  /** Thumbprint of the key that the token is bound to (`cnf.jkt`, RFC 9449); absent where it is a bearer token. */
  readonly boundTo?: string;
}

/** The app, as it names itself in `apollographql-client-name` and `-version`; not verified, for logs only. */
export interface ClientApp {
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** Place of a request in a distributed trace (W3C Trace Context). */
export interface Trace {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  readonly sampled: boolean;
}

/** Structured log; the first argument's properties become fields of the line. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RequestContext {
  readonly requestId: string;
  readonly trace: Trace;
  readonly client: ClientApp;
  /** `null` for anonymous callers. */
  readonly principal: Principal | null;
  /** Aborts when the caller leaves (CANCELED) or the deadline passes (DEADLINE_EXCEEDED). */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch at which the answer is due. */
  readonly deadline: number;
  /** BCP 47 tag, the best of the BFF's locales for the caller's `Accept-Language`. */
  readonly locale: string;
  /**
   * What the keys of every change in this request begin with: the client's `Idempotency-Key`, the same for each of its
   * attempts at the same work, or one of this request's own.
   */
  readonly idempotencyKey: string;
  readonly log: Log;
  /** Hears of all that the request's execution uses; absent where nobody asks. */
  readonly freshness?: FreshnessRecorder;
}
