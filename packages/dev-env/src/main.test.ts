import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { portVariables } from './config.ts';
import { listen } from './listen.ts';
import { killRemaining, startProcess } from './process.fixture.ts';

// A fresh machine may have no curl; where continuous integration lacks it, its test fails.
const hasCurl = spawnSync('curl', ['--version']).status === 0;
const asking = hasCurl || process.env.CI === 'true' ? it : it.skip;
const freePorts = Object.fromEntries(Object.values(portVariables).map((variable) => [variable, '0']));

describe('npm start', () => {
  let folder: string;
  let holder: Server;
  const start = (env: Record<string, string | undefined> = {}) =>
    startProcess(
      process.execPath,
      ['--conditions=facet-source', '--enable-source-maps', join(import.meta.dirname, 'main.ts')],
      { env: { ...freePorts, DATA_DIR: folder, DATABASE_URL: undefined, NODE_ENV: undefined, ...env } },
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facet-start-'));
    holder = createServer();
    await listen(holder, 0, '127.0.0.1');
  });
  afterEach(killRemaining);
  afterAll(() => {
    holder.close();
    rmSync(folder, { recursive: true, force: true });
  });

  asking(`prints commands that answer${hasCurl ? '' : ' (needs: apt-get install curl)'}`, async () => {
    const run = start();
    await run.says('Ctrl-C stops all of it.');
    const curls = run.output().match(/^ {2}curl .+$/gm) ?? [];
    expect(curls).toHaveLength(2);

    for (const curl of curls) {
      const { stdout } = await startProcess('sh', ['-c', curl]).ended;
      expect(JSON.parse(stdout)).toEqual({ data: expect.anything() });
    }
  });

  it('says where everything is, and stops within 2 s on Ctrl-C', async () => {
    const run = start();
    await run.says('Ctrl-C stops all of it.');
    const urls = [...run.output().matchAll(/^ {2}\w+ +(http:\S+)$/gm)].map(([, url]) => url ?? '');
    expect(urls).toHaveLength(Object.keys(portVariables).length);
    for (const url of urls) expect((await fetch(url)).status).toBeLessThan(500);

    const stopRequested = performance.now();
    run.kill('SIGINT');
    run.kill('SIGINT');
    const { code, stderr } = await run.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(performance.now() - stopRequested).toBeLessThan(2_000);
    for (const url of urls) await expect(fetch(url)).rejects.toThrow();
  });

  it.each(['catalog', 'web', 'mobile', 'identity'] as const)(
    'names a taken port of %s and its variable',
    async (name) => {
      const { port } = holder.address() as AddressInfo;
      const { code, stdout, stderr } = await start({ [portVariables[name]]: String(port) }).ended;

      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toBe(`Port ${port} (${name}) is already in use; set ${portVariables[name]} to another one.\n`);
    },
  );

  it('reports every wrong variable and starts nothing', async () => {
    const { code, stderr } = await start({ WEB_PORT: 'http', LOG_LEVEL: 'loud' }).ended;

    expect(code).toBe(1);
    expect(stderr).toContain('WEB_PORT=http');
    expect(stderr).toContain('LOG_LEVEL=loud');
  });

  it('does not start in production', async () => {
    const { code, stderr } = await start({ NODE_ENV: 'production' }).ended;

    expect(code).toBe(1);
    expect(stderr).toContain('does not start when NODE_ENV=production');
  });
});
