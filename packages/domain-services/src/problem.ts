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
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL_ERROR: 500,
  UNAVAILABLE: 503,
} as const satisfies Record<ProblemCode, number>;

export interface ProblemOptions {
  readonly errors?: readonly ParameterError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Thrown anywhere while a request is answered; its `detail` is for the caller, its `cause` only for the log. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly ParameterError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, { errors = [], headers = {}, cause }: ProblemOptions = {}) {
    super(detail, { cause });
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
    ...(problem.errors.length === 0 ? {} : { errors: [...problem.errors] }),
  };
}
