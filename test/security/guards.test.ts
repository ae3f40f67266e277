/** A process without one of its guards takes no traffic, and says which one it lacks. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining, startShell } from '../recipes/start-process.ts';
import { guardMutants } from '../support/guard-mutants.ts';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterEach(killRemaining);
afterAll(() => issuer.close());

/** Each is a process of its own, and the machine does other things, too. */
const patienceMs = 20_000;

async function readyOf(mode: 'production' | 'texts' | 'sessions', mutant = ''): Promise<Record<string, unknown>> {
  const program = new URL('../support/guard-program.ts', import.meta.url).pathname;
  const { ended } = startShell(`exec ${process.execPath} --conditions=facet-source ${program}`, {
    ...{ NODE_ENV: 'test', ISSUER: issuer.issuer, MODE: mode, MUTANT: mutant },
  });
  const { stdout, stderr } = await ended;
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('the web BFF', () => {
  it.each(['production', 'texts', 'sessions'] as const)(
    'is ready with all its guards: %s',
    async (mode) => {
      expect(await readyOf(mode)).toMatchObject({ httpStatus: 200, status: 'ready' });
    },
    patienceMs,
  );

  it.each(Object.keys(guardMutants))(
    'is not ready without the %s',
    async (name) => {
      const { open = [] } = guardMutants[name] ?? {};
      const mode = open.includes('csrf') ? 'sessions' : 'production';
      expect(await readyOf(mode, name)).toMatchObject({ httpStatus: 503, status: 'open', open });
    },
    patienceMs,
  );
});
