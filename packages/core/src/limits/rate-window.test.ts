import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRateWindow } from './rate-window.ts';

function createAt(options: { limit: number; maxKeys?: number }) {
  const clock = { at: 1_000 };
  return { clock, rates: createRateWindow({ windowMs: 60_000, now: () => clock.at, ...options }) };
}

describe('createRateWindow', () => {
  it('counts points until there are none, and again when the window has ended', () => {
    const { clock, rates } = createAt({ limit: 3 });
    expect(rates.take('a', 2)).toEqual({ limit: 3, remaining: 1, resetMs: 60_000, isBeyond: false });
    clock.at += 59_999;
    expect(rates.take('a')).toEqual({ limit: 3, remaining: 0, resetMs: 1, isBeyond: false });
    expect(rates.take('a').isBeyond).toBe(true);
    clock.at += 1;
    expect(rates.take('a')).toMatchObject({ remaining: 2, isBeyond: false });
  });

  it('counts each key for itself', () => {
    const { rates } = createAt({ limit: 1 });
    expect(['a', 'b', 'a'].map((key) => rates.take(key).isBeyond)).toEqual([false, false, true]);
  });

  it('forgets the oldest key for one too many', () => {
    const { rates } = createAt({ limit: 1, maxKeys: 2 });
    for (const key of ['a', 'b', 'c']) rates.take(key);
    expect(['c', 'b', 'a'].map((key) => rates.take(key, 0).remaining)).toEqual([0, 0, 1]);
  });

  it('lets nobody take more than the limit within a window, whoever asks and when', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), points: fc.nat(5), waitMs: fc.nat(20_000) });
    fc.assert(
      fc.property(fc.array(step), fc.integer({ min: 1, max: 20 }), (steps, limit) => {
        const { clock, rates } = createAt({ limit });
        const model = new Map<string, { taken: number; endsAt: number }>();
        for (const { key, points, waitMs } of steps) {
          clock.at += waitMs;
          const last = model.get(key);
          const count = last && last.endsAt > clock.at ? last : { taken: 0, endsAt: clock.at + 60_000 };
          count.taken += points;
          model.set(key, count);
          expect(rates.take(key, points)).toEqual({
            limit,
            remaining: Math.max(limit - count.taken, 0),
            resetMs: count.endsAt - clock.at,
            isBeyond: count.taken > limit,
          });
        }
      }),
    );
  });
});
