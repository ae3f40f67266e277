/** The row cache against a model of a service, with reads, answers, changes and time in any order. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Freshness } from '../context/freshness.ts';
import type { Columns } from '../loaders/columns.ts';
import type { Key } from '../loaders/row.ts';
import type { KeepValues, KnownValue } from '../loaders/row-cache.ts';
import { cacheOver, itemById, type WrapStore, wraps } from './row-cache.fixture.ts';

type Step =
  | { readonly do: 'begin'; readonly keys: readonly Key[]; readonly columns: Columns }
  | { readonly do: 'answer' | 'keep' /** Counted from the newest. */; readonly fetch: number; readonly ttlMs: number }
  | { readonly do: 'write' | 'change'; readonly key: Key }
  | { readonly do: 'wait'; readonly ms: number };

const keys = ['a', 'b', 'c'];
const aKey = fc.constantFrom(...keys);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('begin' as const),
    keys: fc.subarray(keys, { minLength: 1 }),
    columns: fc.constantFrom(undefined, ['id'], ['id', 'x'], ['id', 'y']),
  }),
  fc.record({ do: fc.constantFrom('answer', 'keep'), fetch: fc.nat(2), ttlMs: fc.nat(20) }),
  fc.record({ do: fc.constantFrom('write', 'change'), key: aKey }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.nat(8) }),
);

interface Fetch {
  readonly missing: readonly Key[];
  readonly keep: KeepValues | undefined;
  answer?: { readonly values: unknown[]; readonly freshness: Freshness };
}

/**
 * A service whose values are counters. `write` is somebody else's, of which the cache hears nothing, `change` a command's.
 * Fetches begin, are answered and are kept in any order.
 */
async function runModel(steps: readonly Step[], wrap: WrapStore) {
  const { cache, clock, begin, freshFor } = cacheOver({ wrap });
  const versions = new Map<Key, { value: number; replacedAt: number }[]>(
    keys.map((key) => [key, [{ value: 0, replacedAt: Number.POSITIVE_INFINITY }]]),
  );
  const changedTo = new Map<Key, number>();
  const fetches: Fetch[] = [];
  let written = 0;

  function write(key: Key): void {
    const history = versions.get(key) ?? [];
    const last = history.at(-1);
    if (last !== undefined) last.replacedAt = clock.now;
    written += 1;
    history.push({ value: written, replacedAt: Number.POSITIVE_INFINITY });
  }
  const current = (key: Key) => versions.get(key)?.at(-1)?.value as number;

  function check(key: Key, { value, freshness }: KnownValue): void {
    expect(freshness.freshUntil).toBeGreaterThan(clock.now);
    const held = versions.get(key)?.find((each) => each.value === value);
    // Answers claim at most 20 ms from when the service gave them.
    expect(clock.now - 20).toBeLessThan(held?.replacedAt ?? 0);
    expect(value).toBeGreaterThanOrEqual(changedTo.get(key) ?? 0);
  }

  for (const each of steps) {
    if (each.do === 'wait') clock.now += each.ms;
    if (each.do === 'write') write(each.key);
    if (each.do === 'change') {
      write(each.key);
      await cache.forget([{ row: itemById, keys: [each.key] }]);
      changedTo.set(each.key, current(each.key));
    }
    if (each.do === 'begin') {
      const { known, keep } = await begin(each.keys, { columns: each.columns });
      for (const [index, key] of each.keys.entries()) if (known[index] !== undefined) check(key, known[index]);
      fetches.push({ missing: each.keys.filter((_key, index) => known[index] === undefined), keep });
    }
    if (each.do === 'answer') {
      const fetch = fetches.at(-1 - each.fetch);
      if (fetch !== undefined) fetch.answer = { values: fetch.missing.map(current), freshness: freshFor(each.ttlMs) };
    }
    if (each.do === 'keep') {
      const { missing = [], keep, answer } = fetches.at(-1 - each.fetch) ?? {};
      if (answer !== undefined) keep?.(missing, answer.values, answer.freshness);
    }
  }
  const { known } = await begin(keys);
  for (const [index, key] of keys.entries()) if (known[index] !== undefined) check(key, known[index]);
}

describe.each(wraps)('createRowCache over a store that answers %s', (_when, wrap) => {
  it('gives what a service held while it was fresh, and never what a change has replaced', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => runModel(steps, wrap)),
      { numRuns: 300 },
    );
  });
});
