/** Fastify plugin: limits what comes from one address without anybody having signed in. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LimitMode } from '../config/settings.ts';
import { FacetError } from '../errors/facet-error.ts';
import { tellRate, tellRefusal, toSeconds } from './rate-fields.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { createRateWindow, type Rate } from './rate-window.ts';

export interface AddressRateOptions {
  readonly mode: LimitMode;
  /** Requests a minute. */
  readonly limit: number;
  /** Counts anonymous requests. */
  readonly limiter: RateLimiter;
  readonly toAddress: (request: FastifyRequest) => string;
  /** Hears of each request beyond the limit. */
  readonly onBeyond: (request: FastifyRequest, reply: FastifyReply) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export interface AddressRate {
  /**
   * For where it is found out who is calling: failures to sign in count, too. Whoever is signed in gets on, whatever others
   * at the same address do, since apps of a whole mobile network may share one.
   */
  addBefore(app: FastifyInstance): void;
  /** For right after: counts who is anonymous. */
  addAfter(app: FastifyInstance): void;
  /** For where people sign in and out: `isGood` says of a request that it counts only if it is refused. */
  addWhereSignedIn(app: FastifyInstance, isGood: (request: FastifyRequest) => boolean): void;
}

/** As `RateLimit-Policy` names it. */
type Counted = 'anonymous' | 'failures';

const failureCodes = new Set(['UNAUTHENTICATED']);
/** What is forged there is malformed, too: a sign-in that nobody began, a logout that nobody signed. */
const signInFailureCodes = new Set(['UNAUTHENTICATED', 'BAD_REQUEST', 'FORBIDDEN']);

/** Refusals are RATE_LIMITED. Failures to sign in cost this process alone, so it counts them for itself. */
export function createAddressRate(options: AddressRateOptions): AddressRate {
  const { mode, limit, limiter, toAddress, onBeyond, now = Date.now } = options;
  const failures = createRateWindow({ limit, windowMs: 60_000, now });

  function judge(request: FastifyRequest, reply: FastifyReply, what: Counted, rate: Rate): FacetError | undefined {
    if (!rate.isBeyond) {
      tellRate(reply, what, rate);
      return undefined;
    }
    onBeyond(request, reply);
    if (mode === 'measure') return undefined;
    tellRefusal(reply, what, rate);
    return toRefusal(rate);
  }

  /** What it throws goes on to the error handler around. */
  function addFailures(app: FastifyInstance, codes: ReadonlySet<unknown>): void {
    app.setErrorHandler<Error & { readonly code?: unknown }>((error, request, reply) => {
      if (!codes.has(error.code)) throw error;
      const refusal = judge(request, reply, 'failures', failures.take(toAddress(request)));
      if (refusal === undefined) throw error;
      reply.removeHeader('www-authenticate');
      throw refusal;
    });
  }

  function addCount(app: FastifyInstance, isCounted: (request: FastifyRequest) => boolean): void {
    app.addHook('onRequest', (request, reply, done) => {
      if (!isCounted(request)) return done();
      const rate = limiter.take(toAddress(request));
      if (!(rate instanceof Promise)) return done(judge(request, reply, 'anonymous', rate));
      rate.then((known) => done(judge(request, reply, 'anonymous', known))).catch(done);
    });
  }

  return {
    addBefore(app) {
      if (mode !== 'off') addFailures(app, failureCodes);
    },
    addAfter(app) {
      if (mode !== 'off') addCount(app, ({ principal }) => principal === null);
    },
    addWhereSignedIn(app, isGood) {
      if (mode === 'off') return;
      addFailures(app, signInFailureCodes);
      addCount(app, (request) => !isGood(request));
    },
  };
}

function toRefusal({ limit, resetMs }: Rate): FacetError {
  const seconds = toSeconds(resetMs);
  return new FacetError('RATE_LIMITED', {
    message: `More than ${limit} requests a minute came from your address without anybody signed in. Try again in ${seconds} s, or sign in.`,
    details: { limit, retryAfterSeconds: seconds },
  });
}
