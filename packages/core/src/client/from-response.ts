/** The translator from REST to codes: a service's answer becomes a value or a FacetError, and nobody else looks at a status. */
import type { ErrorCode } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import { type Problem, toProblem } from './problem.ts';
import type { Audience, OutboundResponse } from './transport.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Body of a 2xx answer as JSON, `undefined` for 204.
 * Throws the code that `codeFromStatus` gives for other statuses, UPSTREAM_INVALID_RESPONSE for what is not JSON.
 */
export function fromResponse(response: OutboundResponse, audience: Audience): unknown {
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
    return JSON.parse(utf8.decode(body));
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

function isJson(contentType: string | string[] | undefined): boolean {
  return typeof contentType === 'string' && /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType);
}

/** The start of a body, for the log. */
function excerpt(body: Uint8Array): string {
  return new TextDecoder().decode(body.subarray(0, 500));
}
