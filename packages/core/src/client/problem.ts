/** RFC 9457 problem details, as services tell why they refused. */
import { FacetError } from '../errors/facet-error.ts';
import type { OutboundResponse } from './transport.ts';

export interface Problem {
  /** The service's own, stable name of what was wrong. */
  readonly code: string;
  /** What was wrong with each parameter or property. */
  readonly errors?: readonly { readonly parameter: string; readonly detail: string }[];
  /** Members that belong to the code. */
  readonly [member: string]: unknown;
}

/** The problem in an answer; `undefined` where it is none, cannot be read or has no code. */
export function toProblem({ headers, body }: OutboundResponse): Problem | undefined {
  if (!/^application\/problem\+json\b/i.test(String(headers['content-type']))) return undefined;
  try {
    const problem = JSON.parse(new TextDecoder().decode(body)) as Partial<Problem> | null;
    return typeof problem?.code === 'string' ? (problem as Problem) : undefined;
  } catch {
    return undefined;
  }
}

/** The problem that a call's error was made of, if it was. */
export function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof FacetError)) return undefined;
  return (error.cause as { problem?: Problem } | undefined)?.problem;
}
