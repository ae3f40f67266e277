/** A process without one of its guards takes no traffic, and says which one it lacks. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining, startShell } from '../recipes/start-process.ts';
import { type GuardMode, guardMutants } from '../support/guard-mutants.ts';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterEach(killRemaining);
afterAll(() => issuer.close());

/** Each is a process of its own, and the machine does other things, too. */
const patienceMs = 20_000;

type Line = Record<string, unknown>;

/** What it logs, and what it answers. */
async function run(
  env: Readonly<Record<string, string>>,
): Promise<{ lines: readonly Line[]; ready: Line | undefined }> {
  const program = new URL('../support/guard-program.ts', import.meta.url).pathname;
  const { ended } = startShell(`exec ${process.execPath} --conditions=facet-source ${program}`, {
    ...{ NODE_ENV: 'test', ISSUER: issuer.issuer, ...env },
  });
  const { stdout, stderr } = await ended;
  expect(stderr).toBe('');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return { lines: lines.slice(0, -1), ready: lines.at(-1) };
}

describe('the web BFF', () => {
  it.each<GuardMode>(['production', 'texts', 'proofs', 'sessions'])(
    'is ready with all its guards, and tells nobody of having tried them: %s',
    async (mode) => {
      const { lines, ready } = await run({ MODE: mode, LOG_LEVEL: 'info' });
      expect(ready).toMatchObject({ httpStatus: 200, status: 'ready' });
      expect(lines.map(({ msg }) => msg)).toEqual(['listening']);
    },
    patienceMs,
  );

  it.each(Object.keys(guardMutants))(
    'is not ready without the %s',
    async (name) => {
      const { mode = 'production', open = [] } = guardMutants[name] ?? {};
      const { ready } = await run({ MODE: mode, MUTANT: name });
      expect(ready).toMatchObject({ httpStatus: 503, status: 'open', open });
    },
    patienceMs,
  );
});
