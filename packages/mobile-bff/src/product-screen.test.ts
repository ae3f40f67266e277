import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type MobileBff, startMobileBff } from './mobile-bff.fixture.ts';

const productCalls = [
  '/v1/products?ids=prd-102',
  '/v1/public-profiles?ids=acc-001,acc-002,acc-003',
  '/v1/rating-summaries?ids=prd-102',
  '/v1/related-products?limit=6&productIds=prd-102',
  '/v1/reviews?limit=3&productIds=prd-102',
  '/v1/stock?ids=prd-102',
];

describe('productScreen', () => {
  let mobile: MobileBff;
  beforeAll(async () => {
    mobile = await startMobileBff();
  });
  afterAll(() => mobile.close());
  afterEach(() => {
    mobile.onCall = () => undefined;
    mobile.takeCalls();
  });

  it('makes one call for each thing it shows', async () => {
    const { data, errors } = await mobile.send('product', { id: 'prd-102', density: 3 });
    expect(errors).toBeUndefined();
    expect(mobile.takeTargets()).toEqual(productCalls);
    const { gallery, attributes, reviews, related, ...rest } = data.productScreen;
    expect(gallery[0]).toEqual({
      url: 'http://images.test/v1/images/prd-102-1?width=1280',
      alt: 'Farrow Architect Lamp prd-102-1 in white',
    });
    expect(attributes).toHaveLength(5);
    expect(reviews.cards).toHaveLength(3);
    expect(reviews.cards[0]).toEqual({
      id: 'rev-prd-102-1',
      author: { name: 'Person acc-001' },
      stars: 5,
      title: 'Does what it says',
      body: 'On my desk for half a year now.',
      date: '12 Mar 2026',
    });
    expect(related.tiles).toHaveLength(6);
    expect(related.tiles[0]).toMatchObject({ id: 'prd-501', price: '€86.90' });
    expect(rest).toMatchObject({
      title: 'Farrow Architect Lamp 102',
      price: '€86.90',
      oldPrice: '€115.90',
      badge: { kind: 'REDUCED', label: '-25%' },
      stock: { status: 'LOW_STOCK', label: 'Only 3 left' },
      rating: { average: '4.6', count: '10 reviews' },
    });
    expect(rest.rating.bars[0]).toEqual({ stars: 5, count: '7', percent: 70 });
  });

  it('makes as many calls for two products as for one', async () => {
    const screen = '{ stock { label } reviews { cards { author { name } } } }';
    const { data } = await mobile.send(
      `{ a: productScreen(id: "prd-102") ${screen} b: productScreen(id: "prd-103") ${screen} }`,
    );
    expect(data.b.reviews.cards).toHaveLength(3);
    expect(mobile.takeTargets()).toEqual([
      '/v1/products?ids=prd-102,prd-103',
      '/v1/public-profiles?ids=acc-001,acc-002,acc-003',
      '/v1/reviews?limit=3&productIds=prd-102,prd-103',
      '/v1/stock?ids=prd-102,prd-103',
    ]);
  });

  it('is null for a product that does not exist', async () => {
    expect(await mobile.send('product', { id: 'prd-9999' })).toMatchObject({ data: { productScreen: null } });
    expect(mobile.takeTargets()).toEqual(['/v1/products?ids=prd-9999']);
  });

  it.each(['', 'Not An Id', '../x', 'a,b', 'a'.repeat(65)])('is null without a call for %j', async (id) => {
    const answer = await mobile.send('product', { id });
    expect(answer).toMatchObject({ data: { productScreen: null } });
    expect(answer.errors).toBeUndefined();
    expect(mobile.takeTargets()).toEqual([]);
  });

  it('nulls only what needed a service that is down', async () => {
    mobile.onCall = (target) => (/reviews|rating|stock|profiles/.test(target) ? 503 : undefined);
    const { data, errors } = await mobile.send('product', { id: 'prd-102' });
    expect(data.productScreen).toMatchObject({
      title: 'Farrow Architect Lamp 102',
      stock: null,
      rating: null,
      reviews: null,
    });
    expect(data.productScreen.related.tiles).toHaveLength(6);
    expect(errors?.map(({ path }) => (path as string[])[1]).sort()).toEqual(['rating', 'reviews', 'stock']);
  });

  it('shows reviews without their authors while accounts is down', async () => {
    mobile.onCall = (target) => (target.startsWith('/v1/public-profiles') ? 503 : undefined);
    const { data } = await mobile.send('product', { id: 'prd-102' });
    expect(data.productScreen.reviews.cards[0]).toMatchObject({ author: null, title: 'Does what it says' });
  });
});
