import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining, startProcess } from './process.fixture.ts';

/** A project with this `verify.mjs` and tools that do what their first argument makes of them. */
function createProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'facet-verify-'));
  for (const path of ['packages/dev-env', 'packages/codegen/src', 'node_modules/.bin']) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  copyFileSync(join(import.meta.dirname, '../verify.mjs'), join(folder, 'packages/dev-env/verify.mjs'));
  for (const [tool, script] of [
    ['biome', 'echo "biome $1"; test "$1" != format'],
    ['tsc', 'echo "tsc $1"'],
  ] as const) {
    writeFileSync(join(folder, 'node_modules/.bin', tool), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'node_modules/.bin', tool), 0o755);
  }
  writeFileSync(join(folder, 'packages/codegen/src/main.ts'), 'console.log("up to date");');
  const test = "echo '3 passed, 0 failed, 1 skipped' && echo afterwards";
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', scripts: { test } }));
  return folder;
}

describe('verify', () => {
  let project: string;
  const verify = (...args: string[]) =>
    startProcess(process.execPath, ['packages/dev-env/verify.mjs', ...args], { cwd: project }).ended;

  beforeAll(() => {
    project = createProject();
  });
  afterEach(killRemaining);
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('goes on after a failed step, sums all of them up, and ends with the counts of the tests', async () => {
    const { code, stdout } = await verify();
    const summary = stdout.slice(stdout.indexOf('== verify ==')).trimEnd().split('\n').slice(1);

    expect(code).toBe(1);
    expect(summary.map((line) => line.replace(/ +\d+\.\d s$/, '').trim())).toEqual([
      'FAILED format',
      'ok     lint',
      'ok     types',
      'ok     boundaries',
      'ok     generated',
      'ok     tests',
      '3 passed, 0 failed, 1 skipped',
    ]);
  });

  it('does not wait for what a command leaves behind', async () => {
    writeFileSync(join(project, 'node_modules/.bin/tsc'), '#!/bin/sh\nsleep 60 2> /dev/null &\necho $! > left');
    const { code, stdout } = await verify('--only', 'types');
    process.kill(Number(readFileSync(join(project, 'left'), 'utf8')));

    expect(code).toBe(0);
    expect(stdout).toContain('ok     types');
  });

  it('runs chosen steps only and succeeds when they do', async () => {
    const { code, stdout } = await verify('--only', 'types,lint');

    expect(code).toBe(0);
    expect(stdout.match(/^== \w+ ==$/gm)).toEqual(['== lint ==', '== types ==', '== verify ==']);
  });

  it('names the steps there are when asked for another', async () => {
    const { code, stderr } = await verify('--only', 'lint,tset');

    expect(code).toBe(2);
    expect(stderr).toBe('There is no step tset: choose from format, lint, types, boundaries, generated, tests.\n');
  });
});
