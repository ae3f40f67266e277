import { describe, expect, it } from '@jest/globals';
import { toImageUrl } from './image.ts';

const url = 'http://localhost:4101/v1/images/prd-0001-1';

describe('toImageUrl', () => {
  it('adds the size that is asked for', () => {
    expect(toImageUrl({ url }, {})).toBe(url);
    expect(toImageUrl({ url }, { width: null })).toBe(url);
    expect(toImageUrl({ url }, { width: 320 })).toBe(`${url}?width=320`);
    expect(toImageUrl({ url }, { width: 320, height: 4096 })).toBe(`${url}?width=320&height=4096`);
    expect(toImageUrl({ url: `${url}?v=2` }, { height: 1 })).toBe(`${url}?v=2&height=1`);
  });

  it.each([0, -5, 4097])('refuses %i pixels and names the bound', (width) => {
    expect(() => toImageUrl({ url }, { width })).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        message: `Argument width is from 1 to 4096 pixels, received ${width}.`,
      }),
    );
  });
});
