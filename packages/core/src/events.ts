/** What rooms report as it happens; only observability listens. */
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

/** An error on its way to a client, before it is masked. */
export interface ErrorEvent {
  readonly context: RequestContext;
  readonly code: string;
  readonly path: readonly (string | number)[] | undefined;
  readonly error: unknown;
}

export interface Events {
  operation(event: OperationEvent): void;
  call(event: CallEvent): void;
  error(event: ErrorEvent): void;
}
