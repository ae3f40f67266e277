/** The project's Markdown as data: sections, code blocks, tables and links. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './start-process.ts';

export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  /** Where the line before the block links to, from the root: the block is that file or lines of it. */
  readonly file: string | undefined;
}

const aside = new Set(['node_modules', 'dist', 'generated', 'coverage']);

/** Every Markdown file that belongs to the project, from the root. */
export function listDocuments(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (aside.has(entry.name) || entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return listDocuments(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

export function readDocument(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The text under a heading, up to the next one of its level or above. Throws when there is no such heading. */
export function sectionOf(document: string, title: string): string {
  const lines = withoutCode(document).split('\n');
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === title && line.startsWith('#'));
  if (start < 0) throw new Error(`There is no heading "${title}".`);
  const level = lines[start]?.indexOf(' ') ?? 0;
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('#') && line.indexOf(' ') <= level);
  return document
    .split('\n')
    .slice(start + 1, length < 0 ? undefined : start + 1 + length)
    .join('\n');
}

export function codeBlocksOf(document: string): CodeBlock[] {
  const pattern = /(?:^[^\n]*\[[^\]\n]+\]\(([^)#\n]+)\)[^\n]*\n\n)?^( *)```(\w*)\n([\s\S]*?)^ *```$/gm;
  return [...document.matchAll(pattern)].map(([, file, indent = '', language = '', text = '']) => ({
    language,
    text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
    file,
  }));
}

/** The shell blocks' commands, one a line. */
export function commandsOf(document: string): string[] {
  return codeBlocksOf(document)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trimEnd().split('\n'));
}

/** The rows of all tables, their cells without backticks, without the heads. */
export function tableRowsOf(document: string): string[][] {
  return document.split('\n').flatMap((line, index, lines) => {
    const isBody =
      line.startsWith('|') && !/^\|[\s:|-]+\|$/.test(line) && !/^\|[\s:|-]+\|$/.test(lines[index + 1] ?? '');
    return isBody
      ? [
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim().replaceAll('`', '')),
        ]
      : [];
  });
}

/** Blanks what is inside code blocks and keeps the number of lines. */
export function withoutCode(document: string): string {
  return document.replace(/^ *```[\s\S]*?^ *```$/gm, (block) => block.replace(/[^\n]/g, ''));
}
