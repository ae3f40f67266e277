/** The JSON file of a run: every number of every table, and what they were measured with. */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import type { Table } from './report.ts';

export interface RunFacts {
  readonly startedAt: string;
  readonly options: object;
  readonly load: string;
  readonly upstream: string;
  readonly isPinned: boolean;
  readonly peers: readonly string[];
}

const folder = path.join(import.meta.dirname, '../results');

/** Writes the file and gives its path. */
export async function writeResults(facts: RunFacts, tables: readonly Table[]): Promise<string> {
  const { startedAt } = facts;
  const machine = {
    cpu: cpus()[0]?.model,
    coreCount: cpus().length,
    memoryBytes: totalmem(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${startedAt.replaceAll(/[:.]/g, '-')}.json`);
  const content = { ...facts, commit: commitOf(), machine, tables };
  await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
  return file;
}

/** With a mark when the working tree differs from it. */
function commitOf(): string | undefined {
  try {
    const command = ['describe', '--always', '--dirty', '--abbrev=12'];
    return execFileSync('git', command, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
