/** What a process and all that it started have used: CPU time and memory, from Linux's /proc (proc(5)). */
import { readdir, readFile } from 'node:fs/promises';

/** Of every Linux that Node runs on (USER_HZ). */
const ticksPerSecond = 100;

export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** User and system time of all its threads, the ended ones included. */
  readonly cpuMicros: number;
}

/** One line of `/proc/<pid>/stat`; the name in it may hold spaces and brackets. */
export function parseStat(line: string): ProcessStat {
  const pid = Number.parseInt(line, 10);
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { pid, parent: Number(fields[1]), cpuMicros: (ticks * 1_000_000) / ticksPerSecond };
}

/** The process and its descendants. */
export function treeOf(root: number, all: readonly ProcessStat[]): readonly ProcessStat[] {
  const childrenOf = Map.groupBy(all, ({ parent }) => parent);
  const tree = all.filter(({ pid }) => pid === root);
  for (const each of tree) tree.push(...(childrenOf.get(each.pid) ?? []));
  return tree;
}

/** Resident memory in bytes, now and at most, from `/proc/<pid>/status`. */
export function parseMemory(status: string): { readonly rssBytes: number; readonly peakRssBytes: number } {
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
  return { rssBytes: kilobytes('VmRSS') * 1_024, peakRssBytes: kilobytes('VmHWM') * 1_024 };
}

export interface TreeUse {
  readonly processCount: number;
  readonly cpuMicros: number;
  readonly rssBytes: number;
  readonly peakRssBytes: number;
}

/** What the tree of a process has used until now. */
export async function readTree(root: number): Promise<TreeUse> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)));
  const tree = treeOf(root, lines.filter((line) => line !== undefined).map(parseStat));
  const memory = await Promise.all(
    tree.map(async ({ pid }) => parseMemory(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))),
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    processCount: tree.length,
    cpuMicros: sum(tree.map(({ cpuMicros }) => cpuMicros)),
    rssBytes: sum(memory.map(({ rssBytes }) => rssBytes)),
    peakRssBytes: sum(memory.map(({ peakRssBytes }) => peakRssBytes)),
  };
}
