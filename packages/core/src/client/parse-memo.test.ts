import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFrozen, parseJson } from './parse-json.ts';
import { createParseMemo } from './parse-memo.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function counting(maxBytes?: number) {
  let parsed = 0;
  const count = (body: Uint8Array) => {
    parsed += 1;
    return parseJson(body);
  };
  return { memo: createParseMemo(count, maxBytes), parsed: () => parsed };
}

describe('createParseMemo', () => {
  it('gives the same object for the same bytes of the same URL', () => {
    const { memo, parsed } = counting();
    const value = memo('/a', bytes('{"n":1}'));
    expect(memo('/a', bytes('{"n":1}'))).toBe(value);
    expect(memo('/b', bytes('{"n":1}'))).not.toBe(value);
    expect(parsed()).toBe(2);
  });

  it('keeps its own bytes, whatever becomes of those it was given', () => {
    const { memo } = counting();
    const shared = new Uint8Array(1_000);
    const body = shared.subarray(10, 17);
    body.set(bytes('{"n":1}'));
    const value = memo('/a', body);
    shared.fill(0);
    expect(memo('/a', bytes('{"n":1}'))).toBe(value);
  });

  it('forgets what was asked for least recently when bytes run out, and what is too long at once', () => {
    const { memo, parsed } = counting(2_030);
    for (const url of ['/a', '/b', '/a', '/c']) memo(url, bytes('{"n":1.5}'));
    expect(parsed()).toBe(3);
    memo('/a', bytes('{"n":1.5}'));
    expect(parsed()).toBe(3);
    memo('/b', bytes('{"n":1.5}'));
    expect(parsed()).toBe(4);
    for (let turn = 0; turn < 2; turn += 1) memo('/long', bytes(`{"n":1.${'2'.repeat(2_000)}}`));
    expect(parsed()).toBe(6);
  });

  it('counts URLs and entries, too', () => {
    const { memo, parsed } = counting(10_000);
    const urls = Array.from({ length: 10 }, (_, index) => `/${index}${'x'.repeat(1_000)}`);
    for (const url of [...urls, ...urls.toReversed()]) memo(url, bytes('1'));
    expect(parsed()).toBe(10 + 7);
  });

  it('throws for what is no JSON, each time, and keeps nothing of it', () => {
    const { memo } = counting();
    for (let turn = 0; turn < 2; turn += 1) expect(() => memo('/a', bytes('{'))).toThrow(SyntaxError);
    expect(memo('/a', bytes('1'))).toBe(1);
  });

  it('always says what the bytes say', () => {
    const asked = fc.tuple(fc.constantFrom('/a', '/b', '/c'), fc.oneof(fc.json(), fc.constantFrom('[1]', '[2]')));
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 30 }), fc.nat(3_100), (sequence, maxBytes) => {
        const { memo } = counting(maxBytes);
        for (const [url, text] of sequence) expect(memo(url, bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('parseFrozen', () => {
  it('makes every change throw, however deep', () => {
    const value = parseFrozen(bytes('{"items":[{"tags":["b","a"]}]}')) as { items: { tags: string[]; id?: string }[] };
    expect(() => value.items.push({ tags: [] })).toThrow(TypeError);
    expect(() => value.items[0]?.tags.sort()).toThrow(TypeError);
    expect(() => Object.assign(value.items[0] ?? {}, { id: 'a' })).toThrow(TypeError);
  });
});
