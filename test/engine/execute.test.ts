/** The engine answers as graphql-js does: generated schemas, data and operations, executed by both. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { runApart } from './run-apart.ts';
import type { Summary } from './summary.ts';

/** Two processes for two cores; together 20,000 cases. Other seeds are the longer run's: `pnpm test:engine`. */
const seeds = [1_001, 2_002];
const casesPerSeed = 10_000;
const patienceMs = 180_000;

const sum = (summaries: readonly Summary[], name: 'executed' | 'compiled' | 'fellBack' | 'withErrors' | 'calls') =>
  summaries.reduce((total, summary) => total + summary[name], 0);

describe('execute', () => {
  let summaries: Summary[];
  beforeAll(async () => {
    const runs = seeds.map((seed) => runApart<Summary>('main.ts', [`--seed=${seed}`, `--runs=${casesPerSeed}`]));
    summaries = await Promise.all(runs);
  }, patienceMs);

  it.each(seeds)('answers as graphql-js does, seed %d', (seed) => {
    const summary = summaries.find((one) => one.seed === seed);
    // The smallest case that differs is the message.
    expect(summary?.failure).toBeUndefined();
    expect(summary?.cases).toBeGreaterThanOrEqual(casesPerSeed);
  });

  it('compiles at least 99 of 100 operations, and leaves no valid one to graphql-js unreported', () => {
    const [compiled, fellBack] = [sum(summaries, 'compiled'), sum(summaries, 'fellBack')];
    expect(compiled / (compiled + fellBack)).toBeGreaterThanOrEqual(0.99);
    expect(compiled / sum(summaries, 'executed')).toBeGreaterThanOrEqual(0.99);
  });

  it('gives no reason to leave an operation to graphql-js but those listed here', () => {
    const reasons = new Set(summaries.flatMap((summary) => Object.keys(summary.reasons)));
    expect([...reasons].filter((reason) => !knownReasons.has(reason))).toEqual([]);
  });

  it('has met errors, promises and results at once in good numbers', () => {
    expect(sum(summaries, 'withErrors')).toBeGreaterThan(5_000);
    expect(sum(summaries, 'calls')).toBeGreaterThan(40_000);
    for (const { endings } of summaries) {
      expect(endings).toMatchObject({ returned: expect.any(Number), resolved: expect.any(Number) });
    }
  });
});

/** Reasons, for documents that pass validation and for those that do not. The cases are small, so none is too large. */
const knownReasons: ReadonlySet<string> = new Set<string>();
