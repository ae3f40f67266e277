import { describe, expect, it } from '@jest/globals';
import { parseMemory, parseStat, treeOf } from './process-tree.ts';

const line = (name: string) =>
  `4242 (${name}) S 17 4242 4242 0 -1 4194560 9 0 0 0 250 50 7 3 20 0 11 0 98765 1024 512 18446744073709551615 1 1`;

describe('parseStat', () => {
  it('reads process, parent, and user and system time', () => {
    expect(parseStat(line('node'))).toEqual({ pid: 4242, parent: 17, cpuMicros: 3_000_000 });
  });

  it('takes a name with spaces and brackets for one field', () => {
    expect(parseStat(line('tokio (worker) 1'))).toEqual(parseStat(line('node')));
  });
});

describe('treeOf', () => {
  const process = (pid: number, parent: number) => ({ pid, parent, cpuMicros: 1 });

  it('has the process, its children and theirs, and nobody else', () => {
    const all = [process(1, 0), process(5, 3), process(3, 2), process(2, 1), process(9, 1)];

    expect(treeOf(2, all).map(({ pid }) => pid)).toEqual([2, 3, 5]);
  });

  it('is empty when the process is gone', () => {
    expect(treeOf(7, [process(1, 0)])).toEqual([]);
  });
});

describe('parseMemory', () => {
  it('reads what is resident and what was at most', () => {
    const status = 'Name:\tnode\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n';

    expect(parseMemory(status)).toEqual({ rssBytes: 1_048_576, peakRssBytes: 2_097_152 });
  });

  it('is nothing for a process that is gone', () => {
    expect(parseMemory('')).toEqual({ rssBytes: 0, peakRssBytes: 0 });
  });
});
