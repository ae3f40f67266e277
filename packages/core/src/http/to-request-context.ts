/** What HTTP tells of a request, in the words of the request context. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ClientApp, Log, Principal, RequestContext, Trace } from '../context/request-context.ts';
import { givenIdempotencyKey, newIdempotencyKey, traceOf } from './request-identity.ts';
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

/** What a request's context was made of so far. */
interface Made {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly options: ToRequestContextOptions;
  readonly givenIdempotencyKey: string | undefined;
  trace?: Trace;
  client?: ClientApp;
  lifetime?: RequestLifetime;
  log?: Log;
  idempotencyKey?: string;
}

/**
 * Most requests need little of their context, so what costs something is made when it is first asked for. Apollo works
 * with a copy of its context: what was made is in one place, which the copy shares.
 */
class HttpRequestContext implements RequestContext {
  private readonly made: Made;

  constructor(request: FastifyRequest, reply: FastifyReply, options: ToRequestContextOptions) {
    this.made = { request, reply, options, givenIdempotencyKey: givenIdempotencyKey(request.headers) };
  }

  get requestId(): string {
    return this.made.request.id;
  }

  get trace(): Trace {
    const { made } = this;
    made.trace ??= traceOf(made.request);
    return made.trace;
  }

  get client(): ClientApp {
    const { made } = this;
    made.client ??= {
      name: header(made.request, 'apollographql-client-name'),
      version: header(made.request, 'apollographql-client-version'),
    };
    return made.client;
  }

  get principal(): Principal | null {
    return this.made.options.principal;
  }

  get signal(): AbortSignal {
    const { made } = this;
    made.lifetime ??= createRequestLifetime(made.reply.raw, this.deadline);
    return made.lifetime.signal;
  }

  get deadline(): number {
    return this.made.options.deadline;
  }

  get locale(): string {
    const { options, request } = this.made;
    return options.toLocale(request.headers['accept-language']);
  }

  get idempotencyKey(): string {
    const { made } = this;
    made.idempotencyKey ??= made.givenIdempotencyKey ?? newIdempotencyKey();
    return made.idempotencyKey;
  }

  get log(): Log {
    const { made } = this;
    made.log ??= made.options.createLog({ requestId: this.requestId, traceId: this.trace.traceId });
    return made.log;
  }
}

/** At most 100 characters: these go into every line of the log. */
function header({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value.slice(0, 100) : undefined;
}
