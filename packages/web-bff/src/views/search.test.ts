import { describe, expect, it } from '@jest/globals';
import { toGlobalId } from './global-id.ts';
import { fromBrowseArgs, fromSearchArgs, toFacets } from './search.ts';

const list = { sort: 'POPULARITY', first: 24, facets: [] } as const;
const browse = (args: Partial<Parameters<typeof fromBrowseArgs>[0]>) =>
  fromBrowseArgs({ ...list, facets: [], ...args });
const search = (args: Partial<Parameters<typeof fromSearchArgs>[0]>) =>
  fromSearchArgs({ ...list, facets: [], text: 'pan', ...args });
const lamps = toGlobalId('Category', 'cat-lamps');

describe('fromBrowseArgs', () => {
  it('looks into one category, or everywhere', () => {
    expect(browse({ categoryId: lamps })).toMatchObject({ categoryIds: ['cat-lamps'], sort: 'popularity', limit: 24 });
    expect(browse({})).toMatchObject({ categoryIds: undefined, facets: undefined });
    expect(browse({ categoryId: null, filter: null })).toMatchObject({ categoryIds: undefined });
  });

  it('refuses categories that are given twice', () => {
    expect(() => browse({ categoryId: lamps, filter: { categoryIds: [lamps] } })).toThrow(
      'Argument categoryId cannot be given together with filter.categoryIds.',
    );
  });

  it('asks for each facet once', () => {
    expect(browse({ facets: ['PRICE', 'BRAND', 'PRICE'] })).toMatchObject({ facets: ['price', 'brand'] });
  });
});

describe('fromSearchArgs', () => {
  it('hands on words and filter without repetitions', () => {
    const filter = { categoryIds: [lamps, lamps], brands: ['A', 'B', 'A'], minPriceMinor: 0, reduced: false };
    expect(search({ filter, sort: 'PRICE_DESCENDING' })).toMatchObject({
      q: 'pan',
      categoryIds: ['cat-lamps'],
      brands: ['A', 'B'],
      minPriceAmount: 0,
      maxPriceAmount: undefined,
      reduced: false,
      sort: 'priceDescending',
    });
  });

  it('makes half characters whole, which no URL can carry', () => {
    expect(search({ text: 'a\ud800', filter: { brands: ['\udc00'] } })).toMatchObject({ q: 'a�', brands: ['�'] });
  });

  it.each([
    ['text', { text: 'x'.repeat(201) }],
    ['filter.brands', { filter: { brands: [] } }],
    ['filter.brands', { filter: { brands: [''] } }],
    ['filter.brands', { filter: { brands: Array.from({ length: 51 }, String) } }],
    ['filter.brands', { filter: { brands: ['x'.repeat(101)] } }],
    ['filter.categoryIds', { filter: { categoryIds: [] } }],
    ['filter.categoryIds', { filter: { categoryIds: new Array(101).fill(lamps) } }],
    ['filter.categoryIds', { filter: { categoryIds: [toGlobalId('Product', 'prd-0001')] } }],
    ['filter.minPriceMinor', { filter: { minPriceMinor: -1 } }],
    ['filter.maxPriceMinor', { filter: { maxPriceMinor: -1 } }],
    ['first', { first: 101 }],
    ['after', { after: '???' }],
  ])('refuses %s out of bounds: %#', (argument, args) => {
    expect(() => search(args)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ argument }) }),
    );
  });
});

describe('toFacets', () => {
  it('gives values that can be filtered by', () => {
    const facets = [
      { name: 'category' as const, values: [{ value: 'cat-lamps', label: 'Lamps', count: 2 }] },
      { name: 'price' as const, values: [{ value: '0-2500', label: 'Up to €25', count: 1 }] },
    ];
    expect(toFacets({ facets })).toEqual([
      { name: 'CATEGORY', values: [{ value: lamps, label: 'Lamps', count: 2 }] },
      { name: 'PRICE', values: [{ value: '0-2500', label: 'Up to €25', count: 1 }] },
    ]);
  });
});
