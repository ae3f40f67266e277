import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

describe('main', () => {
  it('listens, and stops with exit code 0 on SIGTERM', async () => {
    const args = ['--conditions=facet-source', join(import.meta.dirname, 'main.ts')];
    const child = spawn(process.execPath, args, { env: { ...process.env, PORT: '0', LOG_LEVEL: 'info' } });
    const ended = once(child, 'exit');
    let log = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      log += chunk;
      if (log.includes('"listening"')) break;
    }
    expect(log).toMatch(/http:\/\/localhost:\d+/);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('names every variable that does not fit, and exits', async () => {
    const args = ['--conditions=facet-source', join(import.meta.dirname, 'main.ts')];
    const child = spawn(process.execPath, args, { env: { ...process.env, PORT: 'many', CATALOG_URL: 'catalog' } });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      complaint += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(complaint).toMatch(/- PORT:/);
    expect(complaint).toMatch(/- CATALOG_URL:/);
  });
});
