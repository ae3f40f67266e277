import { describe, expect, it } from '@jest/globals';
import { Comparison } from './comparison.ts';

/** How often it was left out before it was due. */
function restOf(comparison: Comparison): number {
  for (let count = 0; ; count += 1) if (comparison.isDue()) return count;
}

describe('Comparison', () => {
  it('is always due as long as nothing changes', () => {
    const comparison = new Comparison();
    comparison.same();
    expect([restOf(comparison), restOf(comparison)]).toEqual([0, 0]);
  });

  it('is left out ever longer while everything changes, up to 256 times', () => {
    const comparison = new Comparison();
    const rests = Array.from({ length: 10 }, () => {
      comparison.changed();
      return restOf(comparison);
    });
    expect(rests).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 256, 256]);
  });

  it('starts anew once something stayed the same', () => {
    const comparison = new Comparison();
    for (let count = 0; count < 5; count += 1) comparison.changed();
    restOf(comparison);
    comparison.same();
    comparison.changed();
    expect(restOf(comparison)).toBe(2);
  });
});
