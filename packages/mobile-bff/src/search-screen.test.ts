import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type MobileBff, startMobileBff } from './mobile-bff.fixture.ts';

const ids = (count: number) => Array.from({ length: count }, (_, n) => `prd-${300 + n + 1}`).join(',');

describe('searchScreen', () => {
  let mobile: MobileBff;
  beforeAll(async () => {
    mobile = await startMobileBff();
  });
  afterAll(() => mobile.close());
  afterEach(() => {
    mobile.takeCalls();
  });

  it('makes one search and one call for all ratings', async () => {
    const { data, errors } = await mobile.send('search', { text: 'desk lamp' });
    expect(errors).toBeUndefined();
    expect(mobile.takeTargets()).toEqual([
      `/v1/rating-summaries?ids=${ids(20)}`,
      '/v1/search?facets=category,brand,price&limit=20&q=desk lamp&sort=relevance',
    ]);
    const { total, next, tiles, filters, sorts } = data.searchScreen;
    expect({ total, next }).toEqual({ total: '1,204 results', next: '20' });
    expect(tiles[0]).toMatchObject({
      brand: 'Lumora',
      oldPrice: null,
      rating: { average: '4.6', count: '10 reviews' },
      badge: { kind: 'BESTSELLER', label: 'Bestseller' },
    });
    expect(filters).toEqual([
      {
        kind: 'CATEGORY',
        label: 'Category',
        chips: [{ value: 'cat-desk-lamps', label: 'Desk lamps', count: '1,100' }],
      },
      { kind: 'PRICE', label: 'Price', chips: [{ value: '2500-5000', label: '€25 to €50', count: '104' }] },
    ]);
    expect(sorts[2]).toEqual({ sort: 'NEWEST', label: 'Newest' });
  });

  it('passes every filter on', async () => {
    await mobile.send(
      '{ searchScreen(category: "cat-rugs", brands: ["A", "B", "A"], price: "2500-", isReduced: true, sort: PRICE_DESCENDING, first: 2, after: "2") { next } }',
    );
    expect(mobile.takeTargets()).toEqual([
      '/v1/search?after=2&brands=A,B&categoryIds=cat-rugs&facets=category,brand,price&limit=2&minPriceAmount=2500&reduced=true&sort=priceDescending',
    ]);
  });

  it('makes as many calls for 50 products as for 5', async () => {
    const counts: number[] = [];
    for (const first of [5, 50]) {
      const { data } = await mobile.send('search', { first });
      expect(data.searchScreen.tiles).toHaveLength(first);
      counts.push(mobile.takeTargets().length);
    }
    expect(counts).toEqual([2, 2]);
  });

  it.each([0, 51, -1])('refuses a page of %s products with the bound, before any call', async (first) => {
    const { data, errors } = await mobile.send('search', { first });
    expect(data).toEqual({ searchScreen: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('from 1 to 50'),
        extensions: { code: 'BAD_USER_INPUT', argument: 'first', min: 1, max: 50 },
      },
    ]);
    expect(mobile.takeTargets()).toEqual([]);
  });

  it('passes on that the catalog refuses a cursor', async () => {
    mobile.onCall = () => 400;
    const { data, errors } = await mobile.send('search', { after: 'no cursor' });
    mobile.onCall = () => undefined;
    expect(data).toEqual({ searchScreen: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('writes for the language asked for', async () => {
    const { data } = await mobile.send('search', { first: 3 }, { 'accept-language': 'fr-CH, de;q=0.9' });
    expect(data.searchScreen).toMatchObject({
      total: '1.204 Treffer',
      tiles: [{ price: '86,90\u00a0€', rating: { average: '4,6', count: '10 Bewertungen' } }, {}, {}],
    });
  });
});
