/** Files stay small and folders shallow, so that a newcomer can read any room in one sitting. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const aside = new Set(['node_modules', 'generated', 'dist', '.git', '.data', 'coverage']);

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (aside.has(entry.name)) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const sources = ['packages', 'test'].flatMap(filesUnder).filter((path) => /\.(?:ts|mjs|grit)$/.test(path));
const lineCount = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length - 1;

describe('file layout', () => {
  it('keeps every written file at 300 lines or fewer: split a longer one by job', () => {
    expect(sources.filter((path) => lineCount(path) > 300)).toEqual([]);
  });

  it('keeps src at most two folders deep: a deeper file belongs to a room of its own', () => {
    expect(sources.filter((path) => /^packages\/[^/]+\/src\/(?:[^/]+\/){3,}/.test(path))).toEqual([]);
  });

  it('has no utils, helpers, common or shared: name a file for what it does', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|shared|misc)(?:\/|\.(?:ts|mjs)$)/;
    expect(sources.filter((path) => vague.test(path))).toEqual([]);
  });
});
