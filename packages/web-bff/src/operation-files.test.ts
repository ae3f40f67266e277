import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const here = new URL('.', import.meta.url);
const operations = new URL('../../../schemas/web/operations/', import.meta.url);

describe('schemas/web/operations', () => {
  const tests = readdirSync(here)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, here), 'utf8'))
    .join('\n');

  it.each(readdirSync(operations))('has a test that sends %s', (name) => {
    expect(tests).toContain(`'${name.replace('.graphql', '')}'`);
  });
});
