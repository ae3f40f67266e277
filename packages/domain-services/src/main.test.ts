import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Agent, request } from 'undici';

const main = join(import.meta.dirname, 'main.ts');
let folder: string;
let child: ChildProcessWithoutNullStreams | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-main-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly output: () => string;
  readonly exit: Promise<number | null>;
  /** Resolves with the first match in the output, rejects when the process ends without one. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
}

function run(variables: Record<string, string>): Run {
  const environment = { PATH: process.env.PATH ?? '', SERVICES: 'inventory', INVENTORY_PORT: '0', DATA_DIR: folder };
  const started = spawn(process.execPath, ['--conditions=facet-source', main], {
    env: { ...environment, ...variables },
  });
  child = started;
  let text = '';
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (text += chunk));
  const exit = new Promise<number | null>((resolve) => started.once('close', resolve));
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text);
        if (match) resolve(match);
      };
      started.stdout.on('data', look);
      started.once('close', () => reject(new Error(`ended without ${pattern}:\n${text}`)));
      look();
    });
  return { output: () => text, exit, until };
}

describe('main', () => {
  it('says where it listens, logs requests without their tokens, and stops when told to', async () => {
    const running = run({});
    const [, origin] = await running.until(/^inventory (\S+)$/m);
    const agent = new Agent();
    const headers = {
      authorization: 'Bearer secret.token.value',
      'x-request-id': 'request-7',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    await (await request(`${origin}/v1/stock`, { dispatcher: agent, headers })).body.dump();
    const [line] = await running.until(/^\{.*"answered"\}$/m);
    expect(JSON.parse(line)).toMatchObject({
      service: 'inventory',
      requestId: 'request-7',
      traceId: '0af7651916cd43dd8448eb211c80319c',
      statusCode: 401,
    });
    const toldAt = performance.now();
    child?.kill('SIGTERM');
    expect(await running.exit).toBe(0);
    expect(performance.now() - toldAt).toBeLessThan(1500);
    expect(running.output()).not.toContain('secret');
    await agent.close();
  });

  it('names what is wrong in the environment and ends', async () => {
    const running = run({ LOG_LEVEL: 'loud' });
    expect(await running.exit).toBe(1);
    expect(running.output()).toContain('LOG_LEVEL');
  });
});
