import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');

describe('the reporter of stuck files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facet-stuck-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names a file that no time limit of Jest reaches, and ends the run', () => {
    const reporters = ['default', [join(import.meta.dirname, 'stuck-files.mjs'), { limitMs: 1_000 }]];
    write('package.json', JSON.stringify({ jest: { reporters, maxWorkers: 2, testTimeout: 100 } }));
    write('quick.test.js', "it('passes', () => {});");
    write('stuck.test.js', "it('never waits for anything', async () => { for (;;) await null; });");
    const ended = spawnSync(process.execPath, [jest], { cwd: folder, encoding: 'utf8', timeout: 15_000 });

    expect(ended.stderr).toContain('stuck.test.js has neither passed nor failed for 1 s');
    expect(ended.status).toBe(1);
  });
});
