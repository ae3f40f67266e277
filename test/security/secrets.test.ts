/** Secrets come from the environment or from files, and an operator is told what is wrong with them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsFromEnvironment } from '@facet/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const defaults = {
  environment: 'development',
  port: 0,
  identity: { issuer: 'http://localhost:1', audience: 'urn:a', clientId: 'web-bff', clientSecret: 'by default' },
} as const;

let folder: string;
const file = (content: string) => {
  const path = join(folder, `secret-${content.length}`);
  writeFileSync(path, content);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (environment: Record<string, string>) => settingsFromEnvironment(environment, defaults);

describe('a secret in a file', () => {
  it.each(['from-a-file', 'from-a-file\n', 'from-a-file\r\n'])('is read without its line end: %j', (content) => {
    expect(read({ CLIENT_SECRET_FILE: file(content) }).identity?.clientSecret).toBe('from-a-file');
  });

  it('may be an address', () => {
    expect(read({ REDIS_URL_FILE: file('redis://user:pass@localhost:6379\n') }).redisUrl).toContain('user:pass');
  });

  it('counts as not set where the name is empty', () => {
    expect(read({ CLIENT_SECRET_FILE: '' }).identity?.clientSecret).toBe('by default');
  });

  it('is refused beside the variable, where it cannot be read and where it is empty, all at once', () => {
    const environment = {
      CLIENT_SECRET: 'one',
      CLIENT_SECRET_FILE: file('another'),
      REDIS_URL_FILE: join(folder, 'nowhere'),
      PORT: 'none',
    };
    expect(() => read(environment)).toThrow(/CLIENT_SECRET: is set, and CLIENT_SECRET_FILE, too: remove one/);
    expect(() => read(environment)).toThrow(/REDIS_URL: cannot be read from .*nowhere \(REDIS_URL_FILE\): ENOENT/);
    expect(() => read(environment)).toThrow(/PORT: /);
    expect(() => read({ CLIENT_SECRET_FILE: file('\n') })).toThrow(/CLIENT_SECRET: cannot be read .*the file is empty/);
  });

  it.each([
    ['a folder', () => folder, 'it is no file'],
    ['a device, which may never end', () => '/dev/zero', 'it is no file'],
    ['longer than any secret', () => file('x'.repeat(70_000)), 'it is longer than 65536 bytes'],
  ])('is refused where the name is of %s', (_name, pathOf, why) => {
    expect(() => read({ CLIENT_SECRET_FILE: pathOf() })).toThrow(`(CLIENT_SECRET_FILE): ${why}`);
  });

  it('is not in the message that refuses it', () => {
    const environment = { CLIENT_SECRET: 'mark-one', CLIENT_SECRET_FILE: file('mark-two') };
    expect(() => read(environment)).toThrow(expect.not.stringMatching(/mark-/));
  });
});
