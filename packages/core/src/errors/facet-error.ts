/** The one error that rooms throw at each other. */
import { type ErrorCode, errorCodes } from './error-codes.ts';

export interface FacetErrorOptions {
  /** What a client may read; the code's public message by default. Never text of a service or a library. */
  readonly message?: string;
  /** What a client may read beside the code, for example the limit that was passed. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** What really happened; goes to the log, never to a client. */
  readonly cause?: unknown;
}

export class FacetError extends Error {
  override readonly name = 'FacetError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, options: FacetErrorOptions = {}) {
    super(options.message ?? errorCodes[code].publicMessage, { cause: options.cause });
    this.code = code;
    this.details = options.details;
  }

  /** Turns whatever was caught into a FacetError; what is not one already becomes INTERNAL_SERVER_ERROR with a cause. */
  static from(reason: unknown): FacetError {
    if (reason instanceof FacetError) return reason;
    return new FacetError('INTERNAL_SERVER_ERROR', { cause: reason });
  }
}
