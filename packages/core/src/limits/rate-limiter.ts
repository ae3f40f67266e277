/** Limits points by key, over all nodes where they have a Redis in common; the one home of rate-limiter-flexible. */
import { createHash } from 'node:crypto';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { createRateWindow, type Rate } from './rate-window.ts';

/** Every limit counts by the minute. */
const windowMs = 60_000;

export interface RateLimiter {
  /**
   * Takes points, whole ones of at least 1; at once where nobody else has to be asked. What was taken beyond the limit is
   * not given back before the window ends. Never rejects.
   */
  take(key: string, points?: number): Rate | Promise<Rate>;
}

/** What it needs of a Redis connection. */
export interface RateRedis {
  state(): 'up' | 'down';
  /** Rejects at once while it is down. */
  send(command: readonly string[]): Promise<unknown>;
}

export interface RateLimiterOptions {
  /** Begins the keys in Redis: nodes with the same one count together. */
  readonly name: string;
  /** Points a minute, for each key. */
  readonly limit: number;
  /** Without it, each process counts for itself. */
  readonly redis?: RateRedis | undefined;
  /** Milliseconds since the epoch, for what is counted here. */
  readonly now?: () => number;
}

/**
 * Creates a limiter. A Redis that is down, or fails, is replaced by a count of this node's own, which begins anew each
 * time; who is known to be beyond the limit is refused without asking again.
 */
export function createRateLimiter({ name, limit, redis, now = Date.now }: RateLimiterOptions): RateLimiter {
  const here = createRateWindow({ limit, windowMs, now });
  if (redis === undefined) return { take: (key, points = 1) => here.take(key, toWhole(points)) };
  const everywhere = new RateLimiterRedis({
    storeClient: toClient(redis),
    useRedisPackage: true,
    keyPrefix: name,
    points: limit,
    duration: windowMs / 1_000,
    inMemoryBlockOnConsumed: limit + 1,
  });

  /** More than the limit is beyond it however much it is, and stays a number that Redis can add up. */
  function toWhole(points: number): number {
    return Math.min(Math.max(Math.ceil(points), 1), limit + 1);
  }

  function toRate({ remainingPoints, msBeforeNext }: RateLimiterRes, isBeyond: boolean): Rate {
    return { limit, remaining: remainingPoints, resetMs: msBeforeNext, isBeyond };
  }

  return {
    take(key, points = 1) {
      const whole = toWhole(points);
      if (redis.state() === 'down') return here.take(key, whole);
      return everywhere.consume(toOpaque(key), whole).then(
        (left) => toRate(left, false),
        (reason: unknown) => (reason instanceof RateLimiterRes ? toRate(reason, true) : here.take(key, whole)),
      );
    },
  };
}

/** The one command that the library gives a client of `redis` to take points. */
function toClient(redis: RateRedis): object {
  return {
    eval: (script: string, { keys, arguments: args }: { readonly keys: string[]; readonly arguments: string[] }) =>
      redis.send(['EVAL', script, String(keys.length), ...keys, ...args]),
  };
}

/** Neither addresses nor names of people are written to Redis. */
function toOpaque(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
