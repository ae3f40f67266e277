import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Freshness } from '../context/freshness.ts';
import { createFreshnessTotal } from './freshness-total.ts';

const source = (path: string, etag?: string) => ({
  service: 's',
  operationId: 'o',
  origin: 'http://s',
  path,
  ...(etag === undefined ? {} : { etag }),
});

function totalOf(parts: readonly Freshness[]): Freshness {
  const recorder = createFreshnessTotal();
  for (const part of parts) recorder.add(part);
  return recorder.total();
}

describe('createFreshnessTotal', () => {
  it('is as good as the worst part', () => {
    const part = fc.record({ isStorable: fc.boolean(), freshUntil: fc.nat(), sources: fc.constant([]) });
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { isStorable, freshUntil } = totalOf(parts);
        expect(isStorable).toBe(!parts.some((each) => !each.isStorable));
        expect(freshUntil).toBe(Math.min(...parts.map((each) => each.freshUntil)));
      }),
    );
  });

  it('has each source once, and one that changed in between twice', () => {
    const of = (...sources: Freshness['sources']) => ({ isStorable: true, freshUntil: 1, sources });
    const { sources } = totalOf([
      of(source('/a', '"1"'), source('/b')),
      of(source('/a', '"1"')),
      of(source('/a', '"2"')),
    ]);
    expect(sources).toEqual([source('/a', '"1"'), source('/b'), source('/a', '"2"')]);
  });
});
