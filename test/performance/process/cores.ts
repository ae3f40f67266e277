/** Which core runs what: the system under test has one of its own, upstream and load share another. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const taskset = '/usr/bin/taskset';

export interface Cores {
  /** Of the system under test: one for each of its workers where there are enough. */
  system(workerCount?: number): readonly number[];
  readonly upstream: number;
  readonly load: number;
}

/**
 * With two cores, the system has core 0 and everything else core 1; with more, upstream and load part. Workers beyond
 * the cores that are left share the system's.
 */
export function planCores(coreCount = availableParallelism()): Cores {
  const others = coreCount < 3 ? 1 : 2;
  const left = Math.max(1, coreCount - others);
  const last = coreCount - 1;
  return {
    system: (workerCount = 1) => Array.from({ length: Math.min(workerCount, left) }, (_, index) => index),
    upstream: Math.max(0, last),
    load: Math.max(0, coreCount < 3 ? last : last - 1),
  };
}

export const canPin = existsSync(taskset);

/** The command, bound to cores where the machine can do so. */
export function pinned(command: readonly string[], cores: readonly number[]): readonly string[] {
  return canPin ? [taskset, '--cpu-list', cores.join(','), ...command] : command;
}
