/** What HTTP tells of a request, in the words of the request context. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { Log, Principal, RequestContext } from '../context/request-context.ts';
import { toIdempotencyKey, toTrace } from './request-identity.ts';
import { createRequestLifetime } from './request-lifetime.ts';

export interface ToRequestContextOptions {
  readonly principal: Principal | null;
  readonly timeoutMs: number;
  /** BCP 47 tags on offer, the default first. */
  readonly locales: readonly string[];
  /** Makes the request's own log, whose lines carry these fields. */
  readonly createLog: (fields: { requestId: string; traceId: string }) => Log;
}

export function toRequestContext(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ToRequestContextOptions,
): RequestContext {
  const { principal, timeoutMs, locales, createLog } = options;
  const trace = toTrace(request.headers);
  const { signal, deadline } = createRequestLifetime(reply.raw, timeoutMs);
  return {
    requestId: request.id,
    trace,
    client: {
      name: header(request, 'apollographql-client-name'),
      version: header(request, 'apollographql-client-version'),
    },
    principal,
    signal,
    deadline,
    locale: new Negotiator(request).language([...locales]) ?? (locales[0] as string),
    idempotencyKey: toIdempotencyKey(request.headers),
    log: createLog({ requestId: request.id, traceId: trace.traceId }),
  };
}

/** At most 100 characters: these go into every line of the log. */
function header({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value.slice(0, 100) : undefined;
}
