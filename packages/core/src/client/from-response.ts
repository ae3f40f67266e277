/** The translator from REST to codes: a service's answer becomes a value or a FacetError, and nobody else looks at a status. */
import type { ErrorCode } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import { type ParseJson, parseJson } from './parse-json.ts';
import { type Problem, toProblem } from './problem.ts';
import type { Audience, OutboundResponse } from './transport.ts';

/**
 * Body of a 2xx answer as JSON, `undefined` for 204.
 * Throws the code that `codeFromStatus` gives for other statuses, UPSTREAM_INVALID_RESPONSE for what is not JSON.
 */
export function fromResponse(response: OutboundResponse, audience: Audience, parse: ParseJson = parseJson): unknown {
  if (response.json !== undefined) return response.json.value;
  const { status, headers, body } = response;
  if (status < 200 || status > 299) {
    const problem = toProblem(response);
    throw new FacetError(codeFromProblem(problem) ?? codeFromStatus(status, audience), {
      cause: problem === undefined ? { status, body: excerpt(body) } : { status, problem },
    });
  }
  if (status === 204) return undefined;
  if (!isJson(headers['content-type'])) {
    throw new FacetError('UPSTREAM_INVALID_RESPONSE', {
      cause: { status, contentType: headers['content-type'], body: excerpt(body) },
    });
  }
  try {
    response.json = { value: parse(body) };
    return response.json.value;
  } catch (cause) {
    throw new FacetError('UPSTREAM_INVALID_RESPONSE', { cause });
  }
}

/** Codes of problems that mean more than their status; the other codes are the service's own affair. */
function codeFromProblem(problem: Problem | undefined): ErrorCode | undefined {
  return problem?.code === 'IDEMPOTENCY_KEY_REUSED' ? 'IDEMPOTENCY_KEY_REUSED' : undefined;
}

/** Total: every status outside 2xx has a code. A refusal of the BFF's own token is no fault of the caller's. */
export function codeFromStatus(status: number, audience: Audience): ErrorCode {
  switch (status) {
    case 400:
    case 422:
      return 'BAD_USER_INPUT';
    case 401:
      return audience === 'principal' ? 'UNAUTHENTICATED' : 'UPSTREAM_UNAVAILABLE';
    case 403:
      return audience === 'principal' ? 'FORBIDDEN' : 'UPSTREAM_UNAVAILABLE';
    case 404:
    case 410:
      return 'NOT_FOUND';
    case 409:
    case 412:
      return 'CONFLICT';
    case 408:
    case 504:
      return 'UPSTREAM_TIMEOUT';
    case 429:
      return 'UPSTREAM_UNAVAILABLE';
    default:
      return status >= 500 && status <= 599 ? 'UPSTREAM_UNAVAILABLE' : 'UPSTREAM_INVALID_RESPONSE';
  }
}

/**
 * Whether a call may have failed for what it asked, so that asking for less can succeed: a refusal, a crash over some
 * item, an answer too long or unreadable. Not so a service that is away, busy or late: less of the same only adds to it.
 */
export function isAboutInput({ code, cause }: FacetError): boolean {
  if (code === 'UPSTREAM_UNAVAILABLE') return (cause as { status?: number } | undefined)?.status === 500;
  return code === 'BAD_USER_INPUT' || code === 'UPSTREAM_INVALID_RESPONSE' || code === 'NOT_FOUND';
}

function isJson(contentType: string | string[] | undefined): boolean {
  return typeof contentType === 'string' && /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType);
}

/** The start of a body, for the log. */
function excerpt(body: Uint8Array): string {
  return new TextDecoder().decode(body.subarray(0, 500));
}
