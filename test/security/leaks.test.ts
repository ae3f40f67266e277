/** Nobody is told anything of anybody else: identities swapped through every cache, coalescer, loader and session. */
import { describeWithRedis, type RedisServer, startRedis } from '@facet/core/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining } from '../recipes/start-process.ts';
import { startLeakBffs } from '../support/leak-bffs.ts';
import { leakMutants } from '../support/leak-mutants.ts';
import { runLeakCheck } from '../support/leak-run.ts';

const seed = 4_711;
const timeoutMs = 120_000;
afterAll(killRemaining);

async function check(waves: number, options: { redisUrl?: string; mutant?: string } = {}) {
  const bffs = await startLeakBffs({ seed, ...options });
  try {
    return { ...(await runLeakCheck(bffs, seed, waves)), calls: bffs.services.counts };
  } finally {
    await bffs.close();
  }
}

describe('people who ask for the same at the same time', () => {
  it(
    'are told nothing of each other by one process of each BFF',
    async () => {
      const { problems, answers, unchanged, unanswered, calls } = await check(20);
      expect({ problems, unanswered }).toEqual({ problems: [], unanswered: 0 });
      // It is about what is shared, so something must be.
      expect(unchanged).toBeGreaterThan(0);
      expect(calls.answered).toBeLessThan(answers * 1.5);
    },
    timeoutMs,
  );

  describeWithRedis('with Redis', () => {
    let redis: RedisServer;
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(() => redis.stop());

    it(
      'are told nothing of each other by two processes of each BFF',
      async () => {
        const { problems, answers, unchanged, unanswered } = await check(20, { redisUrl: redis.url });
        expect(problems).toEqual([]);
        expect(unchanged).toBeGreaterThan(0);
        expect(unanswered).toBeLessThan(answers / 10);
      },
      timeoutMs,
    );
  });
});

describe('the test itself', () => {
  it.each(Object.keys(leakMutants))(
    'finds a BFF that %s',
    async (mutant) => {
      const { problems } = await check(5, { mutant });
      expect(problems).not.toEqual([]);
    },
    timeoutMs,
  );
});
