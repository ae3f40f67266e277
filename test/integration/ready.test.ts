/** `npm start` on every database: ready within ten seconds, also where tables and demonstration data are yet to be made. */

import { serviceNames } from '@facet/domain-services';
import { describeEachDatabase, type TestDatabase } from '@facet/domain-services/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining, startShell } from '../recipes/start-process.ts';

const withinMs = 10_000;
const listeners = ['web', 'mobile', 'idp', ...serviceNames];
const ports = Object.fromEntries(listeners.map((name) => [`${name.toUpperCase()}_PORT`, '0']));

/** Processor seconds of all that a shell waited for, from the second line that `times` prints (POSIX). */
function toProcessorMs(output: string): number {
  const [, user, system] = /\n(\S+) (\S+)\s*$/.exec(output) ?? [];
  return [user, system].reduce((sum, time = '') => {
    const [minutes, seconds] = time.split(/[ms]/).map(Number);
    return sum + ((minutes ?? Number.NaN) * 60 + (seconds ?? Number.NaN)) * 1_000;
  }, 0);
}

/** In the time of the clock, or of the processor where other programs take turns on it. */
async function measureStart(variables: Record<string, string>): Promise<number> {
  const startedAt = performance.now();
  const run = startShell("trap ':' INT; npm start || :; times", { ...ports, ...variables });
  await run.says(/Ctrl-C stops all of it\./);
  const tookMs = performance.now() - startedAt;
  run.kill('SIGINT');
  const { stdout } = await run.ended;
  return Math.min(tookMs, toProcessorMs(stdout));
}

describe('npm start', () => {
  afterEach(killRemaining);

  describeEachDatabase((kind) => {
    let database: TestDatabase;
    let variables: Record<string, string>;
    beforeAll(async () => {
      database = await kind.start();
      const { location } = database;
      variables = 'url' in location ? { DATABASE_URL: location.url } : { DATA_DIR: location.folder };
    });
    afterAll(() => database.stop());

    // The second start finds what the first one made.
    it.each(['first', 'second'])(
      'is ready within 10 s, the %s time',
      async () => {
        expect(await measureStart(variables)).toBeLessThanOrEqual(withinMs);
      },
      60_000,
    );
  });
});
