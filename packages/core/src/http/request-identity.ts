/** Names of a request: its id and its trace, taken over from the caller where they are well formed. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Trace } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';

const wellFormedId = /^[\w.:-]{8,128}$/;
const traceparent = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-([\da-f]{2})$/;

/** The caller's `x-request-id` where it is 8 to 128 harmless characters, otherwise a new UUID. */
export function toRequestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && wellFormedId.test(given) ? given : randomUUID();
}

/** The trace of the caller's `traceparent` (W3C Trace Context), otherwise a new, sampled one. */
export function toTrace(headers: IncomingHttpHeaders): Trace {
  const given = headers.traceparent;
  const match = typeof given === 'string' ? traceparent.exec(given) : null;
  if (match === null) return { traceId: newTraceId(), sampled: true };
  const [, traceId, flags] = match as unknown as [string, string, string];
  return { traceId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

const traces = new WeakMap<FastifyRequest, Trace>();

/** The trace of a request: one, whoever asks, so that all lines about the request name the same. */
export function traceOf(request: FastifyRequest): Trace {
  const known = traces.get(request);
  if (known !== undefined) return known;
  const trace = toTrace(request.headers);
  traces.set(request, trace);
  return trace;
}

/** 32 random digits; a UUID is several times as fast as random bytes, and its 122 random bits are enough. */
function newTraceId(): string {
  const id = randomUUID();
  return id.slice(0, 8) + id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24);
}

/** The key of a request whose client named none. */
export function newIdempotencyKey(): string {
  return randomUUID();
}

/**
 * The caller's `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
 * Throws BAD_USER_INPUT for one that is empty, longer than 200 characters or not visible ASCII.
 */
export function givenIdempotencyKey(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined) return undefined;
  if (typeof given === 'string' && /^[!-~]{1,200}$/.test(given)) return given;
  throw new FacetError('BAD_USER_INPUT', {
    message: 'Idempotency-Key has 1 to 200 visible ASCII characters, no spaces.',
  });
}
