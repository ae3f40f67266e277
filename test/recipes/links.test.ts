/** Every link of the project's Markdown leads somewhere, and every path that it names is there. */
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { listDocuments, readDocument, withoutCode } from './markdown.ts';
import { root } from './start-process.ts';

const documents = listDocuments();

/** As GitHub makes them from headings. */
function anchorsOf(document: string): string[] {
  const headings = withoutCode(document).match(/^#+ .+$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

function isDead(path: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : normalize(join(dirname(path), file));
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && !anchorsOf(readDocument(target)).includes(anchor);
}

describe('documents', () => {
  it('are the ones that a newcomer looks for', () => {
    expect(documents).toEqual(
      expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'schemas/README.md']),
    );
  });

  it.each(documents)('%s has no dead link', (path) => {
    const links = [...withoutCode(readDocument(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);

    expect(links.filter((link) => !/^https?:/.test(link) && isDead(path, link))).toEqual([]);
  });

  it.each(documents)('%s names only paths that are there', (path) => {
    const names = [...withoutCode(readDocument(path)).matchAll(/`((?:packages|schemas|test|\.ci)\/[^`\s*<>{}]*)`/g)];
    const examples = /^(?:schemas\/tv|packages\/tv-bff)/;
    const missing = names.map(([, name = '']) => name).filter((name) => !existsSync(join(root, name)));

    expect(missing.filter((name) => !examples.test(name))).toEqual([]);
  });

  it.each(documents)('%s names only scripts that are there', (path) => {
    const { scripts } = JSON.parse(readDocument('package.json')) as { scripts: Record<string, string> };
    const named = [
      ...readDocument(path).matchAll(/(?:[`(]|^ *)(?:npm run(?: --silent)?|pnpm) ([a-z]+(?::[a-z]+)*)\b/gm),
    ].map(([, name = '']) => name);

    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
