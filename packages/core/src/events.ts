/** What rooms report as it happens; only observability listens. */
import type { LimitCode } from './config/settings.ts';
import type { RequestContext } from './context/request-context.ts';
import type { ErrorCode } from './errors/error-codes.ts';

/** One GraphQL operation, answered. */
export interface OperationEvent {
  readonly context: RequestContext;
  readonly operationName: string | null;
  readonly operationType: string | null;
  readonly durationMs: number;
  /** Codes of the errors in the answer; empty when all went well. */
  readonly errorCodes: readonly string[];
  /** Points that it was counted to cost before it ran; absent where that is off, and where nothing ran. */
  readonly estimatedCost?: number;
  /** Points of what it really brought; present where the estimate is. */
  readonly actualCost?: number;
}

/** An operation beyond a limit. */
export interface LimitEvent {
  readonly context: RequestContext;
  readonly operationName: string | null;
  readonly code: LimitCode;
  readonly found: number;
  readonly max: number;
  /** `false` where the limit only measures. */
  readonly isRefused: boolean;
}

/** One call to a REST service, ended. */
export interface CallEvent {
  readonly context: RequestContext;
  readonly service: string;
  readonly operationId: string;
  readonly durationMs: number;
  /** HTTP status of the service; absent when no answer came. */
  readonly status?: number;
  /** Absent when the call brought a value. */
  readonly code?: ErrorCode;
}

/** One operation, about to be executed. */
export interface ExecutionEvent {
  readonly context: RequestContext;
  readonly operationName: string | null;
  /** `false` when the engine left the operation to graphql-js. */
  readonly compiled: boolean;
  /** Why it did. */
  readonly reason?: string;
}

/** Why the keys of a batch became the calls they became. */
export type BatchReason =
  /** One call was enough. */
  | 'fits'
  /** The row takes one key a call. */
  | 'one-by-one'
  /** The contract's POST variant carried what one GET could not. */
  | 'post'
  /** More keys than one call may carry. */
  | 'count'
  /** The keys are longer than one URL may be. */
  | 'bytes'
  /** A call failed, and was halved to find the key that it failed for. */
  | 'bisection';

/** Keys of one row that were asked for together, answered. */
export interface BatchEvent {
  readonly context: RequestContext;
  readonly service: string;
  readonly operationId: string;
  /** Unique keys; 1 for a row without keys. */
  readonly keys: number;
  readonly calls: number;
  readonly reason: BatchReason;
  /** Levels and single loads whose keys the batch joined, 0 for a guess. More than one call for one level is a split. */
  readonly levels: number;
}

/** Calls that were made before anybody asked for them, and what became of them when the operation was answered. */
export interface SpeculationEvent {
  readonly context: RequestContext;
  readonly operationName: string | null;
  /** Calls made on speculation: used and wasted ones. */
  readonly started: number;
  /** Calls of which at least some was asked for. */
  readonly used: number;
  readonly wasted: number;
  /** Calls made beside used ones for keys that had not been foreseen. */
  readonly further: number;
  /** Keys of used calls that nobody asked for. */
  readonly extraKeys: number;
}

/** A request for a document that no app was built with. */
export interface UntrustedEvent {
  readonly context: RequestContext;
  readonly code: 'PERSISTED_QUERY_ONLY' | 'PERSISTED_QUERY_NOT_FOUND';
  /** `false` where it was only measured. */
  readonly isRefused: boolean;
}

/** A request beyond what may be asked for in a minute. */
export interface RateEvent {
  readonly context: RequestContext;
  /** `anonymous` for requests of nobody in particular, `points`, or a field such as `Mutation.checkout`. */
  readonly what: string;
  /** What is allowed in a minute. */
  readonly limit: number;
  /** `false` where it was only measured. */
  readonly isRefused: boolean;
}

/** An error on its way to a client, before it is masked. */
export interface ErrorEvent {
  readonly context: RequestContext;
  readonly code: string;
  readonly path: readonly (string | number)[] | undefined;
  readonly error: unknown;
}

/** What somebody may ask for afterwards: who did what, or was kept from it. No values, ever. */
export interface AuditEvent {
  readonly event:
    | 'sign-in'
    | 'sign-out'
    | 'authentication'
    | 'authorization'
    | 'csrf'
    | 'document'
    | 'build'
    | 'limit'
    | 'mutation';
  readonly outcome: 'success' | 'refused' | 'failed';
  /** Absent where nobody was signed in. */
  readonly subject?: string | undefined;
  readonly client: RequestContext['client'];
  readonly requestId: string;
  readonly traceId: string;
  readonly code?: string | undefined;
  readonly operationName?: string | null;
  /** Mutations, each with the type of its answer; `null` where it has none, or the client did not ask for it. */
  readonly changes?: readonly { readonly field: string; readonly outcome: string | null }[];
}

export interface Events {
  operation(event: OperationEvent): void;
  limit(event: LimitEvent): void;
  execution(event: ExecutionEvent): void;
  call(event: CallEvent): void;
  batch(event: BatchEvent): void;
  speculation(event: SpeculationEvent): void;
  untrusted(event: UntrustedEvent): void;
  rate(event: RateEvent): void;
  error(event: ErrorEvent): void;
  audit(event: AuditEvent): void;
}
