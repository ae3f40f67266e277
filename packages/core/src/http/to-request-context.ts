/** What HTTP tells of a request, in the words of the request context. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ClientApp, Log, Principal, RequestContext, Trace } from '../context/request-context.ts';
import { givenIdempotencyKey, newIdempotencyKey, toTrace } from './request-identity.ts';
import { createRequestLifetime, type RequestLifetime } from './request-lifetime.ts';

export interface ToRequestContextOptions {
  readonly principal: Principal | null;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** The best locale on offer for an `Accept-Language`. */
  readonly toLocale: (acceptLanguage: string | undefined) => string;
  /** Makes the request's own log, whose lines carry these fields. */
  readonly createLog: (fields: { requestId: string; traceId: string }) => Log;
}

/** Throws BAD_USER_INPUT for an `Idempotency-Key` that is none. */
export function toRequestContext(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ToRequestContextOptions,
): RequestContext {
  return new HttpRequestContext(request, reply, options);
}

/** Most requests need little of their context, so what costs something is made when it is first asked for. */
class HttpRequestContext implements RequestContext {
  readonly requestId: string;
  readonly trace: Trace;
  readonly client: ClientApp;
  readonly principal: Principal | null;
  readonly deadline: number;
  private readonly request: FastifyRequest;
  private readonly reply: FastifyReply;
  private readonly options: ToRequestContextOptions;
  private lifetime: RequestLifetime | undefined;
  private ownLog: Log | undefined;
  private ownIdempotencyKey: string | undefined;

  constructor(request: FastifyRequest, reply: FastifyReply, options: ToRequestContextOptions) {
    this.request = request;
    this.reply = reply;
    this.options = options;
    this.requestId = request.id;
    this.trace = toTrace(request.headers);
    this.client = {
      name: header(request, 'apollographql-client-name'),
      version: header(request, 'apollographql-client-version'),
    };
    this.principal = options.principal;
    this.deadline = options.deadline;
    this.ownIdempotencyKey = givenIdempotencyKey(request.headers);
  }

  get signal(): AbortSignal {
    this.lifetime ??= createRequestLifetime(this.reply.raw, this.deadline);
    return this.lifetime.signal;
  }

  get locale(): string {
    return this.options.toLocale(this.request.headers['accept-language']);
  }

  get idempotencyKey(): string {
    this.ownIdempotencyKey ??= newIdempotencyKey();
    return this.ownIdempotencyKey;
  }

  get log(): Log {
    this.ownLog ??= this.options.createLog({ requestId: this.requestId, traceId: this.trace.traceId });
    return this.ownLog;
  }
}

/** At most 100 characters: these go into every line of the log. */
function header({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value.slice(0, 100) : undefined;
}
