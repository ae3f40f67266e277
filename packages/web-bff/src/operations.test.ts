import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWebBff, type WebBff } from './bff.fixture.ts';
import { numbered } from './data.fixture.ts';
import { toGlobalId } from './views/global-id.ts';

let web: WebBff;
beforeEach(async () => {
  web = await startWebBff();
});
afterEach(() => web.close());

/** Ids of products by their numbers, as a call carries them. */
const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => numbered('prd', from + index, 4)).join(',');

describe('ProductPage', () => {
  it('makes one call for each thing it shows', async () => {
    const { data, errors } = await web.askOperation('product-page', {
      variables: { id: toGlobalId('Product', 'prd-0001') },
    });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      'web-bff /v1/categories?ids=cat-home',
      'web-bff /v1/categories?ids=cat-kitchen',
      'web-bff /v1/categories?ids=cat-pans',
      'web-bff /v1/products?ids=prd-0001',
      'web-bff /v1/public-profiles?ids=acc-001,acc-002,acc-003',
      'web-bff /v1/rating-summaries?ids=prd-0001',
      `web-bff /v1/rating-summaries?ids=${ids(2, 5)}`,
      'web-bff /v1/related-products?limit=4&productIds=prd-0001',
      'web-bff /v1/reviews?limit=3&productIds=prd-0001',
      'web-bff /v1/stock?ids=prd-0001',
    ]);
    expect(data.product).toMatchObject({
      slug: 'pan-1',
      category: { name: 'Name of cat-pans', parent: { slug: 'kitchen', parent: { slug: 'home' } } },
      price: { amount: '10.01', currency: 'EUR' },
      compareAtPrice: { amount: '20.05', currency: 'EUR' },
      images: [{ url: 'http://images.test/v1/images/prd-0001-1?width=960', width: 640 }, { width: 640 }],
      stock: { status: 'LOW_STOCK', available: 3, restockAt: null },
      ratingSummary: { average: 3, count: 5 },
      reviews: { totalCount: 5, pageInfo: { hasNextPage: true, endCursor: 'rev-00003' } },
    });
    expect(data.product.ratingSummary.histogram).toContainEqual({ stars: 5, count: 1 });
    expect(data.product.reviews.edges[0]).toMatchObject({
      cursor: 'rev-00001',
      node: { title: 'Review 1 of prd-0001', author: { displayName: 'Ada 1' } },
    });
    expect(data.product.related.edges).toHaveLength(4);
    expect(data.product.related.edges[0].node).toMatchObject({ slug: 'pan-2', ratingSummary: { average: 3 } });
  });

  it('is null for a product that is not there', async () => {
    const variables = { id: toGlobalId('Product', 'prd-9999') };
    expect(await web.askOperation('product-page', { variables })).toEqual({ data: { product: null } });
    expect(web.services.takeCalls()).toEqual(['web-bff /v1/products?ids=prd-9999']);
  });

  it('loses only what a dead service backs', async () => {
    for (const path of ['/v1/reviews', '/v1/rating-summaries', '/v1/stock']) web.services.fail(path);
    const { data, errors = [] } = await web.askOperation('product-page', {
      variables: { id: toGlobalId('Product', 'prd-0001') },
    });
    expect(data.product).toMatchObject({ slug: 'pan-1', reviews: null, ratingSummary: null, stock: null });
    expect(data.product.related.edges[0].node).toMatchObject({ slug: 'pan-2', ratingSummary: null });
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
  });
});

describe('Browse', () => {
  const categoryId = toGlobalId('Category', 'cat-pans');

  it.each([5, 24, 50])('makes four calls for %i products', async (first) => {
    const { data, errors } = await web.askOperation('browse', { variables: { categoryId, first } });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      `web-bff /v1/rating-summaries?ids=${ids(1, first)}`,
      `web-bff /v1/reviews?limit=3&productIds=${ids(1, first)}`,
      `web-bff /v1/search?categoryIds=cat-pans&sort=popularity&facets=category,brand,price&limit=${first}`,
      `web-bff /v1/stock?ids=${ids(1, first)}`,
    ]);
    expect(data.browse.edges).toHaveLength(first);
  });

  it('gives each product its own first reviews, and values to filter by', async () => {
    const { data } = await web.askOperation('browse', { variables: { categoryId } });
    const titles = data.browse.edges.map(({ node }: Edge) => node.reviews.edges.map((edge) => edge.node.title));
    expect(titles).toEqual(
      Array.from({ length: 24 }, (_, index) =>
        [1, 2, 3].map((number) => `Review ${number} of ${numbered('prd', index + 1, 4)}`),
      ),
    );
    expect(data.browse).toMatchObject({
      totalCount: 60,
      pageInfo: { hasNextPage: true, endCursor: 'prd-0024' },
      facets: [
        { name: 'CATEGORY', values: [{ value: categoryId, label: 'All', count: 60 }] },
        { name: 'BRAND', values: [{ value: 'Panini' }] },
        { name: 'PRICE', values: [{ value: '0-2500' }] },
      ],
    });
  });

  it('pages on to the end', async () => {
    const seen: string[] = [];
    let pageInfo = { hasNextPage: true, endCursor: undefined };
    while (pageInfo.hasNextPage) {
      const { data } = await web.askOperation('browse', { variables: { first: 25, after: pageInfo.endCursor } });
      seen.push(...data.browse.edges.map((edge: { cursor: string }) => edge.cursor));
      pageInfo = data.browse.pageInfo;
    }
    expect(seen.join(',')).toBe(ids(1, 60));
  });
});

interface Edge {
  readonly node: { readonly reviews: { readonly edges: readonly { readonly node: { readonly title: string } }[] } };
}

describe('Search', () => {
  it('hands words, filter and order to one search', async () => {
    const filter = {
      categoryIds: [toGlobalId('Category', 'cat-pans'), toGlobalId('Category', 'cat-pans')],
      brands: ['Panini', 'Pan & Co, Ltd', 'Panini'],
      minPriceMinor: 500,
      maxPriceMinor: 9900,
      reduced: false,
    };
    const { data, errors } = await web.askOperation('search', {
      variables: { text: 'iron pan', filter, sort: 'PRICE_ASCENDING', first: 2, after: 'prd-0003' },
    });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      'web-bff /v1/categories?ids=cat-pans',
      'web-bff /v1/rating-summaries?ids=prd-0004,prd-0005',
      'web-bff /v1/search?q=iron pan&categoryIds=cat-pans&brands=Panini,Pan & Co, Ltd&minPriceAmount=500' +
        '&maxPriceAmount=9900&reduced=false&sort=priceAscending&facets=category,brand,price&limit=2&after=prd-0003',
      'web-bff /v1/stock?ids=prd-0004,prd-0005',
    ]);
    expect(data.search.edges.map(({ cursor }: { cursor: string }) => cursor)).toEqual(['prd-0004', 'prd-0005']);
  });
});

describe('Viewer', () => {
  it('asks with the token of the caller', async () => {
    const { data, errors } = await web.askOperation('viewer', { as: 'acc-001', variables: { addressCount: 2 } });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      'acc-001 /v1/addresses?limit=2&accountIds=acc-001',
      'acc-001 /v1/profiles?ids=acc-001',
    ]);
    expect(data.viewer).toMatchObject({
      id: toGlobalId('Viewer', 'acc-001'),
      email: 'person1@example.com',
      addresses: { totalCount: 3, pageInfo: { hasNextPage: true, endCursor: 'adr-0002' } },
    });
  });

  it('is null for anonymous callers, without a call', async () => {
    expect(await web.askOperation('viewer')).toEqual({ data: { viewer: null } });
    expect(web.services.takeCalls()).toEqual([]);
  });
});

describe('CategoryTree', () => {
  it('makes one call a level and page, whatever the number of categories', async () => {
    const { data, errors } = await web.askOperation('category-tree');
    expect(errors).toBeUndefined();
    const top = ['cat-home', ...Array.from({ length: 22 }, (_, index) => numbered('cat-other', index + 1, 2))];
    expect(web.services.takeCalls()).toEqual(
      [
        `web-bff /v1/categories?limit=20&parentIds=${top.join(',')}`,
        'web-bff /v1/categories?limit=20&after=cat-other-19&parentIds=root',
        'web-bff /v1/categories?limit=20&parentIds=root',
      ].sort(),
    );
    expect(data.categories).toHaveLength(23);
    expect(data.categories[0].children).toMatchObject([{ slug: 'kitchen', image: { alt: 'Picture of cat-kitchen' } }]);
  });
});
