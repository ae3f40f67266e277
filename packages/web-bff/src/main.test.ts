import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--conditions=facet-source', main], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output.text += chunk.toString();
    });
  }
  return { child, exit, output };
}

describe('main', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s', async (signal) => {
    const { child, exit, output } = start({ PORT: '0', NODE_ENV: 'test' });
    await once(child.stdout, 'data');
    expect(output.text).toContain('"msg":"listening"');
    child.kill(signal);
    expect(await exit).toBe(0);
  });

  it.each(['1', '3'])('names every problem of the environment once and ends, with %s workers', async (WORKERS) => {
    const { exit, output } = start({ WORKERS, PORT: 'four', CATALOG_URL: 'catalog' });
    expect(await exit).toBe(1);
    expect(output.text).toMatch(/^The environment cannot be used:\n- PORT: .*\n- CATALOG_URL: .*\n$/);
  });
});
