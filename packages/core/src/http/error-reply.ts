/** The translator from codes to HTTP: requests that never reach GraphQL are refused in GraphQL's shape all the same. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { type ErrorCode, errorCodes } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import { traceOf } from './request-identity.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Makes the page, in HTML, for a person who is refused at this route; who does not prefer pages gets JSON. */
    readonly toErrorPage?: (request: FastifyRequest, refusal: { code: ErrorCode; traceId: string }) => string;
  }
}

/**
 * Answers with a GraphQL-shaped error; `errors[0].extensions` has the code, its details and the trace id. Where the route
 * has a page for people, those get that, with the same status.
 */
export function replyWithError(request: FastifyRequest, reply: FastifyReply, error: FacetError): FastifyReply {
  const { httpStatus } = errorCodes[error.code];
  const { traceId } = traceOf(request);
  if (error.code === 'UNAUTHENTICATED' && !reply.hasHeader('www-authenticate')) {
    reply.header('www-authenticate', 'Bearer error="invalid_token"');
  }
  reply.code(httpStatus).header('cache-control', 'no-store');
  const { toErrorPage } = request.routeOptions.config ?? {};
  if (toErrorPage !== undefined && prefersPage(request)) {
    return reply.type('text/html; charset=utf-8').send(toErrorPage(request, { code: error.code, traceId }));
  }
  return reply
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: error.message, extensions: { ...error.details, code: error.code, traceId } }] });
}

/** As browsers do that navigate; who accepts anything gets JSON (RFC 9110, 12.5.1). */
function prefersPage({ headers }: FastifyRequest): boolean {
  return new Negotiator({ headers }).mediaType(['application/json', 'text/html']) === 'text/html';
}

/** What Fastify itself refuses or trips over, by its stable error codes. */
export function fromFastifyError(error: FastifyError): FacetError {
  if (error instanceof FacetError) return error;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new FacetError('PAYLOAD_TOO_LARGE', { cause: error });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new FacetError('UNSUPPORTED_MEDIA_TYPE');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new FacetError('BAD_REQUEST', { message: 'Invalid JSON: the body cannot be parsed.', cause: error });
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? new FacetError('BAD_REQUEST', { cause: error })
        : FacetError.from(error);
  }
}
