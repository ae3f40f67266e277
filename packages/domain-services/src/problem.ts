// What a caller is told when a request cannot be answered: an RFC 9457 problem with a stable code.
import { STATUS_CODES } from 'node:http';
import type { components } from './generated/catalog.ts';

export type ProblemDocument = components['schemas']['Problem'];
export type ProblemCode = ProblemDocument['code'];
export type ParameterError = NonNullable<ProblemDocument['errors']>[number];

const statusByCode = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  IDEMPOTENCY_KEY_IN_USE: 409,
  OUT_OF_STOCK: 409,
  RESERVATION_EXPIRED: 409,
  PRICE_CHANGED: 409,
  PAYMENT_DECLINED: 409,
  CART_EMPTY: 409,
  NOT_CANCELLABLE: 409,
  NOT_CAPTURABLE: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  VALIDATION_FAILED: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  INTERNAL_ERROR: 500,
  UNAVAILABLE: 503,
} as const satisfies Record<ProblemCode, number>;

/** What a code tells beside its text: what is left, why a card was declined, what it costs now. */
export type ProblemDetails = Pick<ProblemDocument, 'available' | 'declineReason' | 'totalAmount'>;

export interface ProblemOptions {
  readonly details?: ProblemDetails;
  readonly errors?: readonly ParameterError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Thrown anywhere while a request is answered; its `detail` is for the caller, its `cause` only for the log. */
export class Problem extends Error {
  override readonly name: string = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly details: ProblemDetails;
  readonly errors: readonly ParameterError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    const { details = {}, errors = [], headers = {}, cause } = options;
    super(detail, { cause });
    this.details = details;
    this.code = code;
    this.status = statusByCode[code];
    this.detail = detail;
    this.errors = errors;
    this.headers = headers;
  }
}

/** A 400 about one parameter: `detail` says what is wrong with it and what to send instead. */
export function badParameter(parameter: string, detail: string): Problem {
  return new Problem('BAD_REQUEST', `${parameter}: ${detail}`, { errors: [{ parameter, detail }] });
}

/** A 422 about one property of a body that is well formed. */
export function badProperty(parameter: string, detail: string): Problem {
  return new Problem('VALIDATION_FAILED', `${parameter}: ${detail}`, { errors: [{ parameter, detail }] });
}

/** The code that stands for an HTTP status which something else (the HTTP server, a plugin) chose. */
export function toProblemCode(status: number): ProblemCode {
  const known = Object.entries(statusByCode).find(([, candidate]) => candidate === status)?.[0];
  if (known) return known as ProblemCode;
  return status >= 500 ? 'INTERNAL_ERROR' : 'BAD_REQUEST';
}

/** The document as it goes over the wire; `instance` is the request's id, by which the log finds it. */
export function toProblemDocument(problem: Problem, instance?: string): ProblemDocument {
  return {
    type: 'about:blank',
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    ...(instance === undefined ? {} : { instance }),
    ...problem.details,
    ...(problem.errors.length === 0 ? {} : { errors: [...problem.errors] }),
  };
}
