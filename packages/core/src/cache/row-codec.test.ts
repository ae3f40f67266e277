import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Source } from '../context/freshness.ts';
import { rowCodec } from './row-codec.ts';

const source: Source = { service: 's', operationId: 'list', origin: 'http://s', path: '/?ids=a', etag: '"1"' };
const freshOf = (sources: readonly Source[]) => ({ isStorable: true, freshUntil: 5, sources });
const recoded = (value: unknown, sources: readonly Source[]) =>
  rowCodec.decode(Buffer.from(rowCodec.encode({ value, freshness: freshOf(sources) })));

describe('rowCodec', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const value: unknown = JSON.parse(JSON.stringify(json));
        const { etag: _etag, ...without } = source;
        expect(recoded(value, [source, without])).toEqual({ value, freshness: freshOf([source, without]) });
      }),
    );
  });

  it('leaves out a long path, and the validator that is worth nothing without it', () => {
    const { value, freshness } = recoded(1, [{ ...source, path: `/${'x'.repeat(500)}` }]);
    expect(value).toBe(1);
    expect(freshness.sources).toEqual([{ service: 's', operationId: 'list', origin: 'http://s', path: '' }]);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '[1,2]',
    '[1,"2",[]]',
    '[1,2,{}]',
    '[1,2,[null]]',
    '[1,2,[{"service":"s"}]]',
    '[1,2,[],4]',
  ])('refuses %j', (stored) => {
    expect(() => rowCodec.decode(Buffer.from(stored))).toThrow();
  });

  it('refuses what was cut off, wherever that was', () => {
    const stored = Buffer.from(rowCodec.encode({ value: { id: 'ä' }, freshness: freshOf([source]) }));
    for (let length = 0; length < stored.length; length += 1) {
      expect(() => rowCodec.decode(stored.subarray(0, length))).toThrow();
    }
  });

  it('weighs no less than its text, however deep it is', () => {
    const weightOf = (value: unknown) => rowCodec.sizeOf({ value, freshness: freshOf([]) });
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.string(), n: fc.integer() })), (value) => {
        const text = value.map(({ id }) => id).join('');
        expect(weightOf(value)).toBeGreaterThanOrEqual(2 * text.length + 16 * value.length);
      }),
    );
    expect(weightOf(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toBeGreaterThan(100_000);
  });
});
