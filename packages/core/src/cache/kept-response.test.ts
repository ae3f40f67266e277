import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type KeptResponse, keptResponseCodec } from './kept-response.ts';

const { encode, decode, sizeOf } = keptResponseCodec;
const source = { service: 'catalog', operationId: 'o', origin: 'http://catalog', path: '/ü?a=\n', etag: '"1"' };

const toKept = (body: Uint8Array, header = 'application/json'): KeptResponse => ({
  status: 200,
  headers: { 'content-type': header, vary: ['a', 'b'] },
  body,
  freshness: { isStorable: true, freshUntil: 1, sources: [source] },
});
const toStored = (kept: KeptResponse) => Buffer.from(encode(kept));

describe('keptResponseCodec', () => {
  it('brings back what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, header) => {
        const { body, ...rest } = decode(toStored(toKept(bytes, header)));
        expect({ ...rest, body: [...body] }).toEqual({ ...toKept(bytes, header), body: [...bytes] });
      }),
    );
  });

  it('throws for bytes that are cut, or changed, anywhere', () => {
    const stored = toStored(toKept(Buffer.from('{"id":"1"}')));
    for (let index = 0; index < stored.length; index += 1) {
      expect(() => decode(stored.subarray(0, index))).toThrow();
      const changed = Buffer.from(stored);
      changed[index] = (changed[index] as number) ^ 1;
      expect(() => decode(changed)).toThrow();
    }
  });

  it.each(['', 'x', 'null', '00000000', '00000000 [1]\n'])('throws for %j', (stored) => {
    expect(() => decode(Buffer.from(stored))).toThrow();
  });

  it('counts more than the body', () => {
    expect(sizeOf(toKept(Buffer.alloc(100_000)))).toBeGreaterThan(100_000);
  });
});
