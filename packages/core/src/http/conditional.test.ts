import { describe, expect, it } from '@jest/globals';
import { isNotModified } from './conditional.ts';
import { toEtag } from './etag.ts';

describe('isNotModified', () => {
  it.each([['W/"abc"'], ['"abc"'], ['*'], [' * '], ['"x", W/"abc"'], ['"x,y" ,"abc"'], ['W/"x",W/"abc",']])(
    'is true of %s',
    (condition) => {
      expect([isNotModified(condition, 'W/"abc"'), isNotModified(condition, '"abc"')]).toEqual([true, true]);
    },
  );

  it.each([[undefined], [''], ['abc'], ['"ab"'], ['W/abc'], ['"x,abc"'], ['"ABC"'], ['"*"'], ['"abc']])(
    'is false of %s',
    (condition) => {
      expect(isNotModified(condition, 'W/"abc"')).toBe(false);
    },
  );
});

describe('toEtag', () => {
  it('is weak, equal for equal bytes only, and well-formed', () => {
    const etags = ['a', 'a', 'b', ''].map((text) => toEtag(Buffer.from(text)));
    expect(etags[0]).toBe(etags[1]);
    expect(new Set(etags).size).toBe(3);
    for (const etag of etags) expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
  });
});
