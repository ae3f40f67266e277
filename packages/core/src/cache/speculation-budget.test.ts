import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSpeculationBudget, createSpeculationTrust } from './speculation-budget.ts';

describe('createSpeculationBudget', () => {
  it('lets calls begin until its credit is wasted, and again when others have earned some', () => {
    const budget = createSpeculationBudget({ credit: 2 });
    expect(budget.begin(2)).toBe(true);
    budget.settle(2, 2);
    expect(budget.begin(1)).toBe(false);
    budget.earn();
    expect(budget.begin(1)).toBe(true);
  });

  it('counts a tenth of what is under way as wasted', () => {
    const budget = createSpeculationBudget({ credit: 1 });
    const begun = Array.from({ length: 12 }, () => budget.begin(1));
    expect(begun.filter(Boolean)).toHaveLength(10);
    budget.settle(1, 0);
    expect([budget.begin(1), budget.begin(1)]).toEqual([true, false]);
  });

  it('does not save more than its maximum', () => {
    const budget = createSpeculationBudget({ credit: 0, maxCredit: 1 });
    for (let count = 0; count < 1_000; count += 1) budget.earn();
    expect([budget.begin(10), budget.begin(1)]).toEqual([true, false]);
  });

  it('never has more than a tenth of the calls wasted, beside its credit and one run', () => {
    const run = fc.record({ others: fc.nat(5), guessed: fc.integer({ min: 1, max: 5 }), isWrong: fc.boolean() });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 500 }), (runs) => {
        const budget = createSpeculationBudget({ credit: 10 });
        let [calls, wasted] = [0, 0];
        const make = (count: number) => {
          calls += count;
          for (let index = 0; index < count; index += 1) budget.earn();
        };
        for (const { others, guessed, isWrong } of runs) {
          const isBegun = budget.begin(guessed);
          make(others + (isBegun ? guessed : 0));
          if (isBegun) budget.settle(guessed, isWrong ? guessed : 0);
          if (isBegun && isWrong) wasted += guessed;
          expect(wasted).toBeLessThanOrEqual(calls * 0.1 + 10 + 5);
        }
      }),
    );
  });
});

/** In how many of so many runs with two calls it is due, where a run is as `isWrong` says. */
function dueIn(trust: ReturnType<typeof createSpeculationTrust>, runCount: number, isWrong: boolean): number {
  let dueCount = 0;
  for (let run = 0; run < runCount; run += 1) {
    if (!trust.isDue()) {
      trust.earn(2);
      continue;
    }
    dueCount += 1;
    trust.settle(2, isWrong ? 2 : 0);
  }
  return dueCount;
}

describe('createSpeculationTrust', () => {
  it('is always due while nothing is wasted', () => {
    expect(dueIn(createSpeculationTrust(), 1_000, false)).toBe(1_000);
  });

  it('rests ever longer while guesses are wrong', () => {
    const trust = createSpeculationTrust();
    expect(trust.isDue()).toBe(true);
    trust.settle(2, 2);
    expect(trust.isDue()).toBe(false);
    const [early, late] = [dueIn(trust, 1_000, true), dueIn(trust, 10_000, true)];
    expect(early).toBeGreaterThan(3);
    expect(early).toBeLessThan(12);
    expect(late).toBeLessThan(15);
  });

  it('comes back when they are right again', () => {
    const trust = createSpeculationTrust();
    dueIn(trust, 5_000, true);
    dueIn(trust, 2_000, false);
    expect(dueIn(trust, 100, false)).toBe(100);
  });

  it('forgives a steady operation that changes now and then', () => {
    const trust = createSpeculationTrust();
    dueIn(trust, 100, false);
    let missed = 0;
    for (let change = 0; change < 50; change += 1) {
      missed += 1 - dueIn(trust, 1, true);
      missed += 20 - dueIn(trust, 20, false);
    }
    expect(missed).toBe(0);
  });

  it('has at most a tenth of its calls wasted, beside one run and its credit', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { size: 'large' }), (wrongs) => {
        const trust = createSpeculationTrust();
        let [calls, wasted] = [0, 0];
        for (const isWrong of wrongs) {
          const lost = isWrong ? 2 * dueIn(trust, 1, true) : 0 * dueIn(trust, 1, false);
          wasted += lost;
          calls += 2 + lost;
          expect(wasted).toBeLessThanOrEqual(calls * 0.1 + 1 + 2);
        }
      }),
    );
  });
});
