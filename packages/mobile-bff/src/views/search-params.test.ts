import { describe, expect, it } from '@jest/globals';
import { toSearchParams } from './search-params.ts';

const plain = { isReduced: false, sort: 'RELEVANCE', first: 20 } as const;

describe('toSearchParams', () => {
  it('leaves out what was not asked for', () => {
    expect(toSearchParams({ ...plain, brands: [], category: null })).toMatchObject({
      categoryIds: null,
      brands: null,
      reduced: null,
      sort: 'relevance',
      limit: 20,
    });
  });

  it('takes back what a chip of the price filter says', () => {
    expect(toSearchParams({ ...plain, price: '2500-5000' })).toMatchObject({
      minPriceAmount: 2_500,
      maxPriceAmount: 5_000,
    });
    expect(toSearchParams({ ...plain, price: '25000-' })).toMatchObject({
      minPriceAmount: 25_000,
      maxPriceAmount: null,
    });
  });

  it.each(['', '12', '-5', '5-x', '1-2-3', '9999999999-', '0-9999999999'])('refuses the price range %j', (price) => {
    expect(() => toSearchParams({ ...plain, price })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: { argument: 'price' } }),
    );
  });

  it('takes pages of 1 to 50 products, and no others', () => {
    expect(toSearchParams({ ...plain, first: 50 }).limit).toBe(50);
    expect(() => toSearchParams({ ...plain, first: 51 })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
