/** However many different operations, variables and conditions come, the engine's memory stays what it was. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

interface Outcome {
  readonly compiledCount: number;
  readonly heapKb: Readonly<Record<string, { readonly early: number; readonly late: number }>>;
}

async function runWithSmallHeap(): Promise<Outcome> {
  const flags = ['--expose-gc', '--max-old-space-size=64', '--conditions=facet-source'];
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...flags,
    join(import.meta.dirname, 'memory-main.ts'),
  ]);
  return JSON.parse(stdout) as Outcome;
}

describe('execute', () => {
  it('keeps nothing of 100,000 documents, variables and names, nor of thousands of conditions', async () => {
    const { compiledCount, heapKb } = await runWithSmallHeap();
    expect(compiledCount).toBe(203_000);
    expect(Object.keys(heapKb)).toEqual(['documents', 'variables', 'operationNames', 'conditions']);
    for (const { early, late } of Object.values(heapKb)) expect(late - early).toBeLessThan(1_000);
  }, 60_000);
});
