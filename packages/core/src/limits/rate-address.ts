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
  /** For before anything finds out who is calling: an address from where too many failed to sign in does not get there. */
  addBefore(app: FastifyInstance): void;
  /** For right after: counts who is anonymous. Signed-in callers of the same address, an office's perhaps, go on. */
  addAfter(app: FastifyInstance): void;
  /** For where people sign in and out: `isGood` says of a request that it counts only if it is refused. */
  addWhereSignedIn(app: FastifyInstance, isGood: (request: FastifyRequest) => boolean): void;
}

const failureCodes = new Set(['UNAUTHENTICATED']);
/** What is forged there is malformed, too: a sign-in that nobody began, a logout that nobody signed. */
const signInFailureCodes = new Set(['UNAUTHENTICATED', 'BAD_REQUEST', 'FORBIDDEN']);

/** Refusals are RATE_LIMITED. Failures to sign in cost this process alone, so it counts them for itself. */
export function createAddressRate(options: AddressRateOptions): AddressRate {
  const { mode, limit, limiter, toAddress, onBeyond, now = Date.now } = options;
  const failures = createRateWindow({ limit, windowMs: 60_000, now });

  function judge(request: FastifyRequest, reply: FastifyReply, rate: Rate): FacetError | undefined {
    if (!rate.isBeyond) {
      tellRate(reply, rate);
      return undefined;
    }
    onBeyond(request, reply);
    if (mode === 'measure') return undefined;
    tellRefusal(reply, rate);
    return toRefusal(rate);
  }

  /** Where too many failed before, nobody is let through to try again. */
  function addFailures(
    app: FastifyInstance,
    isTrying: (request: FastifyRequest) => boolean,
    codes: ReadonlySet<unknown>,
  ): void {
    app.addHook('onRequest', (request, reply, done) => {
      const failed = isTrying(request) ? failures.look(toAddress(request)) : undefined;
      done(failed?.remaining === 0 ? judge(request, reply, { ...failed, isBeyond: true }) : undefined);
    });
    app.addHook('onError', (request, _reply, error, done) => {
      const { code } = error as { readonly code?: unknown };
      if (codes.has(code)) failures.take(toAddress(request));
      done();
    });
  }

  function addCount(app: FastifyInstance, isCounted: (request: FastifyRequest) => boolean): void {
    app.addHook('onRequest', (request, reply, done) => {
      if (!isCounted(request)) return done();
      const rate = limiter.take(toAddress(request));
      if (!(rate instanceof Promise)) return done(judge(request, reply, rate));
      rate.then((known) => done(judge(request, reply, known))).catch(done);
    });
  }

  return {
    addBefore(app) {
      if (mode !== 'off') addFailures(app, isTrying, failureCodes);
    },
    addAfter(app) {
      if (mode !== 'off') addCount(app, ({ principal }) => principal === null);
    },
    addWhereSignedIn(app, isGood) {
      if (mode === 'off') return;
      addFailures(app, () => true, signInFailureCodes);
      addCount(app, (request) => !isGood(request));
    },
  };
}

function isTrying({ headers }: FastifyRequest): boolean {
  return headers.authorization !== undefined || headers.cookie !== undefined;
}

function toRefusal({ limit, resetMs }: Rate): FacetError {
  const seconds = toSeconds(resetMs);
  return new FacetError('RATE_LIMITED', {
    message: `More than ${limit} requests a minute came from your address without anybody signed in. Try again in ${seconds} s, or sign in.`,
    details: { limit, retryAfterSeconds: seconds },
  });
}
