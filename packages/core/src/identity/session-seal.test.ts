import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSeal } from './session-seal.ts';

const newKey = () => randomBytes(32).toString('base64');

describe('createSeal', () => {
  it('opens what it sealed, for the same place only', () => {
    const seal = createSeal([newKey()]);
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, place, other) => {
        const sealed = seal.seal(text, place);
        expect(seal.open(sealed, place)).toBe(text);
        if (other !== place) expect(seal.open(sealed, other)).toBeUndefined();
      }),
    );
  });

  it('opens nothing that was changed or cut, wherever', () => {
    const seal = createSeal();
    const sealed = seal.seal('{"tokens":"secret"}', 'id');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] as number) ^ by;
        expect(seal.open(changed, 'id')).toBeUndefined();
        expect(seal.open(sealed.subarray(0, at), 'id')).toBeUndefined();
      }),
    );
  });

  it('never seals the same into the same', () => {
    const seal = createSeal();
    expect(seal.seal('a', 'b').equals(seal.seal('a', 'b'))).toBe(false);
  });

  it('seals with its first key and opens with all', () => {
    const [old, next] = [newKey(), newKey()];
    const before = createSeal([old]).seal('text', 'id');
    const rotated = createSeal([next, old]);
    expect(rotated.open(before, 'id')).toBe('text');
    const after = rotated.seal('text', 'id');
    expect(createSeal([next]).open(after, 'id')).toBe('text');
    expect(createSeal([old]).open(after, 'id')).toBeUndefined();
  });

  it('takes keys of 32 bytes, in either base64', () => {
    const key = randomBytes(32);
    const sealed = createSeal([key.toString('base64')]).seal('text', 'id');
    expect(createSeal([key.toString('base64url')]).open(sealed, 'id')).toBe('text');
    expect(() => createSeal([randomBytes(16).toString('base64')])).toThrow(RangeError);
  });
});
