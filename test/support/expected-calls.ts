/** The REST calls that each operation of the clients is expected to make, from what the services themselves say. */
import type { Query } from './contract-check.ts';
import type { GraphqlAsking, ObservedBffs } from './observed-bffs.ts';
import { createRestAnswers, idsOf, toKeys, toLine } from './rest-answers.ts';

export interface ExpectedCalls {
  readonly asking?: GraphqlAsking;
  /** `[caller, operation, parameters]` of each call, and what was sent where something was. */
  readonly calls: readonly ExpectedCall[];
  /** More of them, that can be told only when the answer is there. */
  readonly after?: () => Promise<readonly ExpectedCall[]>;
}

export type ExpectedCall = readonly [string, string, Query, Sent?];

export interface Sent {
  readonly key?: string;
  readonly body?: object;
}

/** By BFF and operation: `web browse`. */
export type ExpectedCallsByOperation = Readonly<Record<string, () => Promise<ExpectedCalls>>>;

const facets = ['category', 'brand', 'price'];

/** Of what everybody may look at, and of a person's own data. */
export function createExpectedCalls(observed: ObservedBffs): ExpectedCallsByOperation {
  const rest = createRestAnswers(observed);

  /** The shelf that web browses, and the web's own ids of what is on it. */
  async function shelf(first: number) {
    const items = await rest.items('catalog', `/v1/search?categoryIds=cat-living&sort=popularity&limit=${first}`);
    const { data } = await observed.query(
      'web',
      '{ categories { id slug } browse(first: 1) { edges { node { id } } } }',
    );
    const { id: categoryId } = data.categories.find(({ slug }: { slug: string }) => slug === 'living');
    return { ids: toKeys(idsOf(items)), categoryId, globalId: data.browse.edges[0].node.id };
  }

  async function page(search: string) {
    const items = await rest.items('catalog', `/v1/search?${search}`);
    return { items, ids: toKeys(idsOf(items)) };
  }

  async function aboutProduct(id: string, related: number) {
    const reviews = await rest.grouped('reviews', `/v1/reviews?productIds=${id}&limit=3`);
    const others = await rest.grouped('catalog', `/v1/related-products?productIds=${id}&limit=${related}`);
    return { authors: toKeys(reviews.map(({ accountId }) => accountId)), others: toKeys(idsOf(others)) };
  }

  return {
    'web browse': async () => {
      const { ids, categoryId } = await shelf(24);
      return {
        asking: { variables: { categoryId } },
        calls: [
          ['web-bff', 'searchProducts', { categoryIds: ['cat-living'], facets, limit: 24, sort: 'popularity' }],
          ['web-bff', 'listStock', { ids }],
          ['web-bff', 'listRatingSummaries', { ids }],
          ['web-bff', 'listReviews', { productIds: ids, limit: 3 }],
        ],
      };
    },
    'web search': async () => {
      const { items, ids } = await page('q=oak%20lamp&maxPriceAmount=90000&sort=newest&limit=24');
      return {
        asking: { variables: { text: 'oak lamp', sort: 'NEWEST', filter: { maxPriceMinor: 90_000 } } },
        calls: [
          ['web-bff', 'searchProducts', { q: 'oak lamp', maxPriceAmount: 90_000, facets, limit: 24, sort: 'newest' }],
          ['web-bff', 'listCategories', { ids: toKeys(items.map(({ categoryId }) => categoryId)) }],
          ['web-bff', 'listStock', { ids }],
          ['web-bff', 'listRatingSummaries', { ids }],
        ],
      };
    },
    'web product-page': async () => {
      const { globalId } = await shelf(1);
      const [product] = (await page('sort=popularity&limit=1')).items;
      const { id = '', categoryId = '' } = product ?? {};
      const { authors, others } = await aboutProduct(id, 4);
      const categories = await rest.categoryPath(categoryId);
      return {
        asking: { variables: { id: globalId } },
        calls: [
          ['web-bff', 'listProducts', { ids: [id] }],
          ...categories.map((each) => ['web-bff', 'listCategories', { ids: [each] }] as const),
          ['web-bff', 'listStock', { ids: [id] }],
          ['web-bff', 'listRatingSummaries', { ids: [id] }],
          ['web-bff', 'listReviews', { productIds: [id], limit: 3 }],
          ['web-bff', 'listPublicProfiles', { ids: authors }],
          ['web-bff', 'listRelatedProducts', { productIds: [id], limit: 4 }],
          ['web-bff', 'listRatingSummaries', { ids: others }],
        ],
      };
    },
    'web category-tree': async () => {
      const top = await rest.grouped('catalog', '/v1/categories?parentIds=root');
      return {
        calls: [
          ['web-bff', 'listCategories', { parentIds: ['root'], limit: 20 }],
          ['web-bff', 'listCategories', { parentIds: toKeys(idsOf(top)), limit: 20 }],
        ],
      };
    },
    'web viewer': async () => ({
      asking: { as: 'acc-007' },
      calls: [
        ['acc-007', 'listProfiles', { ids: ['acc-007'] }],
        ['acc-007', 'listAddresses', { accountIds: ['acc-007'], limit: 20 }],
      ],
    }),
    'mobile home': async () => {
      const offers = await page('reduced=true&sort=popularity&limit=6');
      const popular = await page('sort=popularity&limit=8');
      const arrivals = await page('sort=newest&limit=8');
      return {
        calls: [
          ['mobile-bff', 'listCategories', { parentIds: ['root'], limit: 8 }],
          ['mobile-bff', 'searchProducts', { reduced: true, sort: 'popularity', limit: 6 }],
          ['mobile-bff', 'searchProducts', { sort: 'popularity', limit: 8 }],
          ['mobile-bff', 'searchProducts', { sort: 'newest', limit: 8 }],
          ['mobile-bff', 'listRatingSummaries', { ids: toKeys([...offers.ids, ...popular.ids, ...arrivals.ids]) }],
        ],
      };
    },
    'mobile search': async () => {
      const { ids } = await page('q=lamp&minPriceAmount=2500&maxPriceAmount=5000&sort=priceAscending&limit=20');
      const price = { minPriceAmount: 2500, maxPriceAmount: 5000 };
      return {
        asking: { variables: { text: 'lamp', price: '2500-5000', sort: 'PRICE_ASCENDING' } },
        calls: [
          ['mobile-bff', 'searchProducts', { q: 'lamp', ...price, facets, limit: 20, sort: 'priceAscending' }],
          ['mobile-bff', 'listRatingSummaries', { ids }],
        ],
      };
    },
    'mobile product': async () => {
      const { authors } = await aboutProduct('prd-0042', 6);
      return {
        asking: { variables: { id: 'prd-0042' } },
        calls: [
          ['mobile-bff', 'listProducts', { ids: ['prd-0042'] }],
          ['mobile-bff', 'listStock', { ids: ['prd-0042'] }],
          ['mobile-bff', 'listRatingSummaries', { ids: ['prd-0042'] }],
          ['mobile-bff', 'listReviews', { productIds: ['prd-0042'], limit: 3 }],
          ['mobile-bff', 'listPublicProfiles', { ids: authors }],
          ['mobile-bff', 'listRelatedProducts', { productIds: ['prd-0042'], limit: 6 }],
        ],
      };
    },
    'mobile account': async () => ({
      asking: { as: 'acc-007' },
      calls: [
        ['acc-007', 'listProfiles', { ids: ['acc-007'] }],
        ['acc-007', 'listAddresses', { accountIds: ['acc-007'], limit: 20 }],
      ],
    }),
  };
}

/** To be asked for when the answer is there. */
export async function linesOf({ calls, after }: ExpectedCalls): Promise<string[]> {
  const all = [...calls, ...((await after?.()) ?? [])];
  const lines = all.map(([caller, operationId, query, { key, body } = {}]) =>
    toLine({ caller, operationId, query, key, sent: body === undefined ? '' : JSON.stringify(body) }),
  );
  return lines.sort();
}
