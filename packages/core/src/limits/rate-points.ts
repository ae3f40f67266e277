/** Limits the points that a caller's operations cost, and how often they ask for sensitive fields, before any is executed. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { LimitMode } from '../config/settings.ts';
import { tellRate, tellRefusal, toSeconds } from './rate-fields.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { FieldCounts, RatedOperation } from './rate-sensitive-fields.ts';
import type { Rate } from './rate-window.ts';

/** What was beyond its limit. */
export interface BeyondRate {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** `points`, or a field such as `Mutation.checkout`. */
  readonly what: string;
  readonly limit: number;
}

export interface PointRatesOptions {
  readonly mode: LimitMode;
  readonly points: RateLimiter;
  readonly fields: ReadonlyMap<string, RateLimiter>;
  readonly countFields: (operation: RatedOperation) => FieldCounts;
  readonly toAddress: (request: FastifyRequest) => string;
  readonly onBeyond: (beyond: BeyondRate) => void;
}

export interface PointRates {
  /** Tells who pays for an execution, named by an object that is its own; nobody does otherwise. */
  begin(execution: object, request: FastifyRequest, reply: FastifyReply): void;
  /**
   * Takes what an operation costs, 1 point at least. Returns nothing where it is known at once that it may be executed,
   * otherwise a promise; throws, or rejects with, a GraphQLError that has the status 429.
   */
  take(execution: object, operation: RatedOperation, points?: number): Promise<void> | undefined;
}

interface Payer {
  readonly key: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

interface Taken {
  readonly what: string;
  readonly rate: Rate | Promise<Rate>;
}

/** Callers are counted by who they are, anonymous ones by their address. An answer that was there already costs nothing. */
export function createPointRates(options: PointRatesOptions): PointRates {
  const { mode, points: pointLimiter, fields, countFields, toAddress, onBeyond } = options;
  const payers = new WeakMap<object, Payer>();

  function settle({ request, reply }: Payer, what: string, rate: Rate): undefined {
    if (!rate.isBeyond) {
      tellRate(reply, what, rate);
      return;
    }
    onBeyond({ request, reply, what, limit: rate.limit });
    if (mode === 'measure') return;
    tellRefusal(reply, what, rate);
    throw toRefusal(what, rate);
  }

  function takeFields({ key }: Payer, counts: FieldCounts): Taken[] {
    return counts.flatMap(([what, count]) => {
      const limiter = fields.get(what);
      return limiter === undefined ? [] : [{ what, rate: limiter.take(key, count) }];
    });
  }

  return {
    begin(execution, request, reply) {
      if (mode === 'off') return;
      const { principal } = request;
      const key = principal === null ? `address ${toAddress(request)}` : `principal ${principal.subject}`;
      payers.set(execution, { key, request, reply });
    },

    take(execution, operation, points = 1) {
      const payer = payers.get(execution);
      if (payer === undefined) return undefined;
      const rate = pointLimiter.take(payer.key, points);
      const counts = countFields(operation);
      if (counts.length === 0 && !(rate instanceof Promise)) return settle(payer, 'points', rate);
      return settleAll([...takeFields(payer, counts), { what: 'points', rate }], (what, known) =>
        settle(payer, what, known),
      );
    },
  };
}

/** All are taken before one is refused: a promise that nobody waits for any more would fail unheard. */
function settleAll(all: readonly Taken[], settle: (what: string, rate: Rate) => void): Promise<void> | undefined {
  if (all.some(({ rate }) => rate instanceof Promise)) {
    return Promise.all(all.map(({ rate }) => rate)).then((rates) => {
      for (const [index, rate] of rates.entries()) settle(all[index]?.what ?? '', rate);
    });
  }
  for (const { what, rate } of all) settle(what, rate as Rate);
  return undefined;
}

function toRefusal(what: string, { limit, resetMs }: Rate): GraphQLError {
  const retryAfterSeconds = toSeconds(resetMs);
  const used =
    what === 'points'
      ? `Your operations of the last minute cost more than the ${limit} points that are allowed.`
      : `${what} may be asked for ${limit} times a minute; each alias counts.`;
  return new GraphQLError(`${used} Try again in ${retryAfterSeconds} s.`, {
    extensions: { code: 'RATE_LIMITED', limit, retryAfterSeconds, http: { status: 429 } },
  });
}
