import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTouchClock } from './touch-clock.ts';

describe('createTouchClock', () => {
  it('knows what was touched after a moment', () => {
    const clock = createTouchClock(10_000);
    const before = clock.moment();
    clock.touch(['a']);
    expect(clock.isUntouchedSince(['a', 'b'], before)).toBe(false);
    expect(clock.isUntouchedSince(['b'], before)).toBe(true);
    expect(clock.isUntouchedSince(['a'], clock.moment())).toBe(true);
    expect(clock.isUntouchedSince([], before)).toBe(true);
  });

  it('holds 100,000 different tags within its bytes, and takes what it forgot to have been touched', () => {
    const clock = createTouchClock(10_000);
    const before = clock.moment();
    for (let id = 0; id < 100_000; id += 1) clock.touch([`tag-${id}`]);
    expect(clock.usedBytes()).toBeLessThanOrEqual(10_000);
    expect(clock.isUntouchedSince(['tag-0'], before)).toBe(false);
    expect(clock.isUntouchedSince(['never touched'], before)).toBe(false);
    expect(clock.isUntouchedSince(['tag-0', 'never touched'], clock.moment())).toBe(true);
  });

  it('never takes a touched tag for untouched, however little it may keep', () => {
    const tag = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.oneof(fc.record({ touch: fc.array(tag) }), fc.constant('moment' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(500), (steps, maxBytes) => {
        const clock = createTouchClock(maxBytes);
        const moments = [{ moment: clock.moment(), touchedSince: new Set<string>() }];
        for (const next of steps) {
          if (next === 'moment') moments.push({ moment: clock.moment(), touchedSince: new Set() });
          else {
            clock.touch(next.touch);
            for (const { touchedSince } of moments) for (const touched of next.touch) touchedSince.add(touched);
          }
        }
        for (const { moment, touchedSince } of moments) {
          for (const touched of touchedSince) expect(clock.isUntouchedSince([touched], moment)).toBe(false);
        }
      }),
    );
  });
});
