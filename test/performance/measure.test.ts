import { describe, expect, it } from '@jest/globals';
import { type Measured, medianOf } from './measure.ts';

describe('medianOf', () => {
  const runs = (...micros: number[]) => micros.map((cpuMicros) => ({ cpuMicros }) as Measured);

  it('is the run in the middle by CPU time', () => {
    expect(medianOf(runs(300, 100, 200)).cpuMicros).toBe(200);
    expect(medianOf(runs(300, 100)).cpuMicros).toBe(300);
    expect(medianOf(runs(7)).cpuMicros).toBe(7);
  });

  it('is refused where there is no run', () => {
    expect(() => medianOf([])).toThrow(RangeError);
  });
});
