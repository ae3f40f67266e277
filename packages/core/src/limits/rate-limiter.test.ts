import { afterEach, describe, expect, it } from '@jest/globals';
import { createRedis, describeWithRedis, type Redis, type RedisServer, startRedis } from '../testing.fixture.ts';
import { createRateLimiter, type RateRedis } from './rate-limiter.ts';
import type { Rate } from './rate-window.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(port?: number): Promise<RedisServer> {
  const server = await startRedis(port === undefined ? {} : { port });
  ends.push(server.stop);
  return server;
}

const until = (redis: Redis, wanted: 'up' | 'down') =>
  new Promise<void>((resolve) => {
    if (redis.state() === wanted) resolve();
    redis.onChange((state) => state === wanted && resolve());
  });

async function connect(url: string): Promise<Redis> {
  const redis = createRedis({ url, timeoutMs: 1_000 });
  ends.push(redis.close);
  await until(redis, 'up');
  return redis;
}

const countPassed = (rates: readonly Rate[]) => rates.filter(({ isBeyond }) => !isBeyond).length;

describe('createRateLimiter', () => {
  it('knows at once without a Redis', () => {
    const limiter = createRateLimiter({ name: 'a', limit: 2, now: () => 0 });
    expect(limiter.take('k')).toEqual({ limit: 2, remaining: 1, resetMs: 60_000, isBeyond: false });
    expect(limiter.take('k', 1_000)).toMatchObject({ isBeyond: true });
  });

  it('takes whole points, one at least', () => {
    const limiter = createRateLimiter({ name: 'a', limit: 10, now: () => 0 });
    const left = [0, 1.5, Number.POSITIVE_INFINITY].map((points) => (limiter.take('k', points) as Rate).remaining);
    expect(left).toEqual([9, 7, 0]);
  });

  it('counts for itself, at once, while Redis is down', () => {
    const down: RateRedis = { state: () => 'down', send: () => Promise.reject(new Error('must not be asked')) };
    const limiter = createRateLimiter({ name: 'a', limit: 1, redis: down });
    const rates = [limiter.take('k'), limiter.take('k')] as Rate[];
    expect(rates.map(({ isBeyond }) => isBeyond)).toEqual([false, true]);
  });

  it('counts for itself when Redis fails', async () => {
    const broken: RateRedis = { state: () => 'up', send: () => Promise.reject(new Error('OOM')) };
    const limiter = createRateLimiter({ name: 'a', limit: 1, redis: broken });
    const rates = await Promise.all([limiter.take('k'), limiter.take('k')]);
    expect(rates.map(({ isBeyond }) => isBeyond)).toEqual([false, true]);
  });
});

describeWithRedis('createRateLimiter with Redis', () => {
  it('lets two nodes take no more than one limit between them', async () => {
    const { url } = await start();
    const limiters = [await connect(url), await connect(url)].map((redis) =>
      createRateLimiter({ name: 'web-bff:rate:points', limit: 1_000, redis }),
    );
    const asked = Array.from({ length: 1_500 }, (_, index) => limiters[index % 2]?.take('ada'));
    const rates = (await Promise.all(asked)) as Rate[];
    expect(countPassed(rates)).toBe(1_000);
    expect(rates.every(({ resetMs }) => resetMs > 0 && resetMs <= 60_000)).toBe(true);
  });

  it('writes nobody’s name, and nothing that stays', async () => {
    const { url } = await start();
    const redis = await connect(url);
    await createRateLimiter({ name: 'r', limit: 5, redis }).take('principal ada@example.com');
    const keys = ((await redis.send(['KEYS', '*'])) as Buffer[]).map(String);
    expect(keys).toEqual([expect.stringMatching(/^r:[\w-]{43}$/)]);
    expect(await redis.send(['PTTL', keys[0] ?? ''])).toBeGreaterThan(0);
  });

  it('asks no more for who is beyond the limit', async () => {
    const { url } = await start();
    const redis = await connect(url);
    let sent = 0;
    const send: RateRedis['send'] = (command) => {
      sent += 1;
      return redis.send(command);
    };
    const limiter = createRateLimiter({ name: 'r', limit: 1, redis: { state: redis.state, send } });
    for (let index = 0; index < 5; index += 1) await limiter.take('k');
    expect([sent, await limiter.take('k')]).toEqual([2, expect.objectContaining({ remaining: 0, isBeyond: true })]);
  });

  it('is replaced by a count of its own when it dies, and comes back', async () => {
    const server = await start();
    const redis = await connect(server.url);
    const limiter = createRateLimiter({ name: 'r', limit: 100, redis });
    await limiter.take('k', 50);
    await server.kill();
    await until(redis, 'down');
    // The least of several, since the machine may stop the process between any two instructions.
    const took = Array.from({ length: 10 }, (_, count) => {
      const startedAt = performance.now();
      const rate = limiter.take('k');
      const tookMs = performance.now() - startedAt;
      expect(rate).toMatchObject({ remaining: 99 - count });
      return tookMs;
    });
    expect(Math.min(...took)).toBeLessThan(5);
    const restartedAt = performance.now();
    await start(server.port);
    await until(redis, 'up');
    expect(performance.now() - restartedAt).toBeLessThan(5_000);
    expect(await limiter.take('k', 10)).toMatchObject({ remaining: 90 });
  });
});
