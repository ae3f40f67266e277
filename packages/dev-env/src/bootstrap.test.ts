import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining, startProcess } from './process.fixture.ts';

const byPnpm = { npm_config_user_agent: 'pnpm/12.21.0 npm/? node/v24', FACET_BOOTSTRAP_LINK: undefined };
const byNpm = { npm_config_user_agent: 'npm/11.0.0 node/v20', FACET_BOOTSTRAP_LINK: undefined };

const major = (node: string) => Number(spawnSync(node, ['-p', 'process.versions.node.split(".")[0]']).stdout ?? 0);
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((node) => major(node) >= 20 && major(node) < 24);
const itOnOldNode = oldNode === undefined ? it.skip : it;

/** A project with this bootstrap, one script, and an `npx` of its own, which npm finds first on PATH. */
function createProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'facet-bootstrap-'));
  mkdirSync(join(folder, 'packages/dev-env'), { recursive: true });
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  copyFileSync(join(import.meta.dirname, '../bootstrap.mjs'), join(folder, 'packages/dev-env/bootstrap.mjs'));
  const probe = 'node packages/dev-env/bootstrap.mjs node leaf.mjs --own';
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', packageManager: 'pnpm@12.21.0', scripts: { probe } }),
  );
  writeFileSync(
    join(folder, 'leaf.mjs'),
    `const behaviour = process.argv.at(-1);
     let interrupts = 0;
     if (behaviour === 'stubborn') process.on('SIGINT', () => {
       interrupts += 1;
       console.log('interrupt ' + interrupts);
       if (interrupts === 2) process.exit(5);
     });
     if (behaviour === 'tidy') process.on('SIGTERM', () => process.exit(3));
     console.log('leaf ' + process.argv.slice(2).join(' '));
     if (behaviour === 'answer') process.exit(7);
     setInterval(() => {}, 1000);`,
  );
  // Like npx and pnpm in between: keeps the signals it gets to itself.
  const npx = join(folder, 'node_modules/.bin/npx');
  writeFileSync(
    npx,
    `#!/usr/bin/env node
     console.log('npx ' + process.argv.slice(2).join(' '));
     if (process.argv.at(-1) === 'forever') {
       const { spawn } = await import('node:child_process');
       for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => {});
       const env = { ...process.env, npm_config_user_agent: 'pnpm/12.21.0' };
       spawn(process.execPath, ['packages/dev-env/bootstrap.mjs', process.execPath, 'leaf.mjs'], { env, stdio: 'inherit' });
     }`,
  );
  chmodSync(npx, 0o755);
  return folder;
}

describe('bootstrap', () => {
  let project: string;
  const bootstrap = (env: Record<string, string | undefined>, args: string[], node = process.execPath) =>
    startProcess(node, ['packages/dev-env/bootstrap.mjs', ...args], { cwd: project, env });
  const leaf = (...args: string[]) => [process.execPath, 'leaf.mjs', ...args];

  beforeAll(() => {
    project = createProject();
  });
  afterEach(killRemaining);
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('runs the command for pnpm and ends with its exit code', async () => {
    const { code, stdout } = await bootstrap(byPnpm, leaf('--own', 'answer')).ended;

    expect({ code, stdout }).toEqual({ code: 7, stdout: 'leaf --own answer\n' });
  });

  it('hands the script and what was added to it to pnpm when npm calls', async () => {
    const run = startProcess('npm', ['run', '--silent', 'probe', '--', 'some/path', '--flag'], {
      cwd: project,
      env: byNpm,
    });
    const { code, stdout } = await run.ended;

    expect({ code, stdout }).toEqual({ code: 0, stdout: 'npx -y pnpm@12.21.0 --silent run probe some/path --flag\n' });
  });

  it('names the shape a script must have when it cannot tell what was added', async () => {
    const { code, stderr } = await bootstrap({ ...byNpm, npm_lifecycle_event: 'probe' }, ['node', 'other.mjs']).ended;

    expect(code).toBe(1);
    expect(stderr).toContain('in plain words without quotes');
  });

  itOnOldNode('says that the install did not finish when pnpm calls on an old Node', async () => {
    const { code, stderr } = await bootstrap(byPnpm, leaf('answer'), oldNode).ended;

    expect(code).toBe(1);
    expect(stderr).toContain('npx -y pnpm@12.21.0 install');
  });

  itOnOldNode('hands over to pnpm on an old Node', async () => {
    const env = { ...byNpm, npm_lifecycle_event: 'probe', PATH: `${project}/node_modules/.bin:${process.env.PATH}` };
    const { stdout } = await bootstrap(env, ['node', 'leaf.mjs', '--own', 'x'], oldNode).ended;

    expect(stdout).toBe('npx -y pnpm@12.21.0 run probe x\n');
  });

  it('says so when the command cannot be run', async () => {
    const { code, stderr } = await bootstrap(byPnpm, ['no-such-command']).ended;

    expect(code).toBe(1);
    expect(stderr).toContain('Could not run no-such-command');
  });

  it('passes a signal on and ends with the code the child chose', async () => {
    const run = bootstrap(byPnpm, leaf('tidy'));
    await run.says('leaf');
    run.kill('SIGTERM');

    expect(await run.ended).toMatchObject({ code: 3 });
  });

  it('ends with 128 and the signal number when the child dies of it', async () => {
    const run = bootstrap(byPnpm, leaf('plain'));
    await run.says('leaf');
    run.kill('SIGTERM');

    expect(await run.ended).toMatchObject({ code: 143 });
  });

  it('stays for its child on a second Ctrl-C', async () => {
    const run = bootstrap(byPnpm, leaf('stubborn'));
    await run.says('leaf');
    run.kill('SIGINT');
    await run.says('interrupt 1');
    run.kill('SIGINT');

    expect(await run.ended).toMatchObject({ code: 5, stdout: expect.stringContaining('interrupt 2') });
  });

  it('ends its child when its parent was killed', async () => {
    const start = `require('node:child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' })`;
    const args = ['-e', start, 'packages/dev-env/bootstrap.mjs', ...leaf('tidy')];
    const parent = startProcess(process.execPath, args, { cwd: project, env: byPnpm });
    await parent.says('leaf');
    parent.kill('SIGKILL');

    expect(await parent.ended).toMatchObject({ signal: 'SIGKILL' });
  });

  it('ends its child when the bootstrap above was killed and those between live on', async () => {
    const env = { ...byNpm, npm_lifecycle_event: 'probe', PATH: `${project}/node_modules/.bin:${process.env.PATH}` };
    const above = bootstrap(env, ['node', 'leaf.mjs', '--own', 'forever']);
    await above.says('leaf');
    above.kill('SIGKILL');

    expect(await above.ended).toMatchObject({ signal: 'SIGKILL' });
  });
});
