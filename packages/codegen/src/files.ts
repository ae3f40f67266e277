/** Compares generated files with those on disk, and writes them. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { CodegenError } from './codegen-error.ts';

const MARK = '// Generated from ';

/** First line of every generated file. */
export const toHeader = (source: string): string => `${MARK}${source} by pnpm codegen. Do not edit.\n\n`;

export interface FilePlan {
  /** Absolute path → content. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders that hold generated files only: what is not planned there is left over. */
  readonly folders: readonly string[];
}

export interface Drift {
  readonly outOfDate: readonly string[];
  readonly missing: readonly string[];
  /** Generated earlier, from something that is gone. */
  readonly leftOver: readonly string[];
}

/**
 * What differs between the plan and the disk.
 * @throws CodegenError where a folder of generated files holds one that codegen did not write
 */
export async function findDrift({ files, folders }: FilePlan): Promise<Drift> {
  const outOfDate: string[] = [];
  const missing: string[] = [];
  for (const [path, content] of files) {
    const found = await readIfThere(path);
    if (found === undefined) missing.push(path);
    else if (found !== content) outOfDate.push(path);
  }
  const present = (await Promise.all(folders.map(listFiles))).flat().sort();
  const leftOver = present.filter((path) => !files.has(path));
  await refuseForeign(leftOver);
  return { outOfDate, missing, leftOver };
}

/** Makes the disk like the plan; files that are right already are not touched, so watchers stay calm. */
export async function applyPlan(plan: FilePlan): Promise<Drift> {
  const drift = await findDrift(plan);
  for (const path of [...drift.outOfDate, ...drift.missing]) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, plan.files.get(path) ?? '');
  }
  for (const path of drift.leftOver) await rm(path);
  return drift;
}

/** One line a file, with paths as seen from `root`. */
export function describeDrift(drift: Drift, root: string): string[] {
  const line = (label: string) => (path: string) => `${label} ${relative(root, path)}`;
  return [
    ...drift.outOfDate.map(line('out of date:')),
    ...drift.missing.map(line('missing:    ')),
    ...drift.leftOver.map(line('left over:  ')),
  ];
}

async function refuseForeign(paths: readonly string[]): Promise<void> {
  const contents = await Promise.all(paths.map(readIfThere));
  const foreign = paths.filter((_, index) => !contents[index]?.startsWith(MARK));
  if (foreign.length === 0) return;
  throw new CodegenError(
    foreign.map((path) => `${path}: was not written by codegen. Move it out of generated/, which codegen owns.`),
  );
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(ignoreMissing);
  return (entries ?? []).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** `undefined` where there is no such file. */
export function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(ignoreMissing);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
