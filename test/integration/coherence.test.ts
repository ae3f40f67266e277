/** Two processes that share a Redis answer as the services' tables allow, whoever reads and writes, and whenever. */
import { describeWithRedis, type RedisServer, startRedis } from '@facet/core/testing';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mutants } from '../support/coherence-mutants.ts';
import { type CoherenceSummary, runCoherence } from '../support/coherence-run.ts';

/** One seed that stays, and one of the day's; a longer run has its own: `npm run test:coherence`. */
const { COHERENCE_SEED: givenSeed, COHERENCE_RUNS: givenRuns } = process.env;
const seeds = givenSeed === undefined ? [20_301, Date.now() % 2 ** 31] : [Number(givenSeed)];
const runs = givenRuns === undefined ? 900 : Number(givenRuns);
/** Processes start on a machine that has other things to do, and a request takes its time. */
const timeoutMs = 60_000 + 50 * runs;

describeWithRedis('two processes with one Redis', () => {
  let redis: RedisServer;
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(() => redis.stop());

  it.each(seeds)(
    'give nothing stale, nothing that a write replaced and nothing of anybody else, seed %d',
    async (seed) => {
      const summary = await runCoherence({ seed, runs, redisUrl: redis.url });
      // Where something is wrong, the message has the seed.
      expect(summary).toMatchObject({ seed, problems: [] });
      expectVariety(summary);
    },
    timeoutMs,
  );

  it.each(Object.entries(mutants))(
    'are caught with a cache that %s',
    async (mutant, { problem }) => {
      const { problems } = await runCoherence({ seed: 1, runs: 6_000, redisUrl: redis.url, mutant });
      expect(problems[0]).toMatch(problem);
    },
    timeoutMs,
  );
});

/** A run that tries nothing finds nothing. */
function expectVariety(summary: CoherenceSummary): void {
  const { reads, writes, reusable, notModified, withErrors, personal } = summary;
  const least = runs / 100;
  for (const count of [writes, reusable, notModified, withErrors, personal]) expect(count).toBeGreaterThan(least);
  // Most reads ask for several things; that they make fewer calls than there are reads is the caches' work.
  expect(summary.serviceCalls).toBeLessThan(reads);
  expect(summary.serviceNotModified).toBeGreaterThan(0);
}
