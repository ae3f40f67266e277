import { describe, expect, it } from '@jest/globals';
import { ladder, toMainImageUrl, toSizedUrl } from './image.ts';

const url = 'http://localhost:4101/v1/images/prd-0001-1';
const widthOf = (width: number, density: number) =>
  Number(new URL(toSizedUrl({ url }, { width, density })).searchParams.get('width'));

describe('toSizedUrl', () => {
  it.each([
    [1, 1, 160],
    [160, 1, 160],
    [160, 1.01, 240],
    [160, 2, 320],
    [390, 2, 960],
    [390, 3, 1_280],
    [960, 2, 1_920],
    [2_000, 4, 1_920],
  ])('takes %s CSS pixels at density %s up to %s', (width, density, pixels) => {
    expect(widthOf(width, density)).toBe(pixels);
  });

  it('names few widths, so that caches are shared', () => {
    const widths = new Set(Array.from({ length: 2_000 }, (_, index) => widthOf(index + 1, 1.5)));
    expect([...widths]).toEqual([...ladder]);
  });

  it('keeps what the URL already says', () => {
    expect(toSizedUrl({ url: `${url}?v=2&width=10` }, { width: 100, density: 1 })).toBe(`${url}?v=2&width=160`);
  });

  it.each([
    [{ width: 0, density: 2 }, 'width must be from 1 to 2000, received 0.'],
    [{ width: 2_001, density: 2 }, 'width must be from 1 to 2000, received 2001.'],
    [{ width: 100, density: 0.5 }, 'density must be from 1 to 4, received 0.5.'],
    [{ width: 100, density: 4.1 }, 'density must be from 1 to 4, received 4.1.'],
    [{ width: 100, density: Number.NaN }, 'density must be from 1 to 4, received NaN.'],
  ])('refuses %j with the bounds', (size, message) => {
    expect(() => toSizedUrl({ url }, size)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', message }));
  });

  it('refuses an answer without a usable URL', () => {
    const unusable = expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(() => toSizedUrl({ url: 'nonsense' }, { width: 1, density: 1 })).toThrow(unusable);
    expect(() => toMainImageUrl({ images: [] }, { width: 1, density: 1 })).toThrow(unusable);
  });
});
