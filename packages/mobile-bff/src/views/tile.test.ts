import { describe, expect, it } from '@jest/globals';
import { toBadge } from './tile.ts';

const badge = (priceAmount: number, compareAtAmount: number | null, popularity = 0, locale = 'en-GB') =>
  toBadge({ priceAmount, compareAtAmount, popularity }, {}, { locale });

describe('toBadge', () => {
  it('is nothing for most products', () => {
    expect(badge(1_000, null, 399)).toBeNull();
    expect(badge(1_000, 900)).toBeNull();
    expect(badge(1_000, 0)).toBeNull();
  });

  it('says how much a price came down, never more than it did', () => {
    expect(badge(7_000, 10_000)).toEqual({ kind: 'REDUCED', label: '-30%' });
    expect(badge(6_667, 10_000)).toEqual({ kind: 'REDUCED', label: '-33%' });
    expect(badge(7_000, 10_000, 500, 'de-DE')).toEqual({ kind: 'REDUCED', label: '-30\u00a0%' });
  });

  it('does not print a reduction of less than one percent', () => {
    expect(badge(9_999, 10_000)).toBeNull();
    expect(badge(9_999, 10_000, 400)).toEqual({ kind: 'BESTSELLER', label: 'Bestseller' });
  });
});
