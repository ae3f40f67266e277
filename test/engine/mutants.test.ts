/** Tests of the test: the comparison finds what is wrong, and only that. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { mutants } from './mutants.ts';
import type { Caught } from './mutants-main.ts';
import { runApart } from './run-apart.ts';
import type { Summary } from './summary.ts';

const patienceMs = 120_000;

describe('comparison with graphql-js', () => {
  let caught: Map<string, Caught>;
  beforeAll(async () => {
    const found = await runApart<Caught[]>('mutants-main.ts', []);
    caught = new Map(found.map((one) => [one.name, one]));
  }, patienceMs);

  it.each(Object.keys(mutants))('catches an executor that %s', (name) => {
    expect(caught.get(name)).toEqual({ name, cases: expect.any(Number), problem: expect.any(String) });
  });

  it.each(['graphql-js', 'late graphql-js'])(
    'finds nothing in %s',
    async (name) => {
      const summary = await runApart<Summary>('main.ts', ['--seed=7', '--runs=1000', `--executor=${name}`]);
      expect(summary.failure).toBeUndefined();
      expect(summary.cases).toBeGreaterThanOrEqual(1000);
    },
    patienceMs,
  );
});
