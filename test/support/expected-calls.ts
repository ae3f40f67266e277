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
const addressesOf007 = { accountIds: ['acc-007'], limit: 20 };

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
      const shelfParams = { categoryIds: ['cat-living'], facets, limit: 24, sort: 'popularity' };
      return {
        asking: { variables: { categoryId } },
        calls: [
          [
            'web-bff',
            'searchProducts',
            { ...shelfParams, fields: 'brand,compareAtAmount,currency,id,images,name,priceAmount,slug' },
          ],
          ['web-bff', 'listStock', { ids, fields: 'productId,status' }],
          ['web-bff', 'listRatingSummaries', { ids, fields: 'average,count,productId' }],
          ['web-bff', 'listReviews', { productIds: ids, limit: 3, fields: 'id,rating,title' }],
        ],
      };
    },
    'web search': async () => {
      const { items, ids } = await page('q=oak%20lamp&maxPriceAmount=90000&sort=newest&limit=24');
      const searchParams = { q: 'oak lamp', maxPriceAmount: 90_000, facets, limit: 24, sort: 'newest' };
      const categoryIds = toKeys(items.map(({ categoryId }) => categoryId));
      return {
        asking: { variables: { text: 'oak lamp', sort: 'NEWEST', filter: { maxPriceMinor: 90_000 } } },
        calls: [
          [
            'web-bff',
            'searchProducts',
            { ...searchParams, fields: 'brand,categoryId,currency,id,images,name,priceAmount,slug' },
          ],
          ['web-bff', 'listCategories', { ids: categoryIds, fields: 'id,name' }],
          ['web-bff', 'listStock', { ids, fields: 'productId,status' }],
          ['web-bff', 'listRatingSummaries', { ids, fields: 'average,count,productId' }],
        ],
      };
    },
    'web product-page': async () => {
      const { globalId } = await shelf(1);
      const [product] = (await page('sort=popularity&limit=1')).items;
      const { id = '', categoryId = '' } = product ?? {};
      const { authors, others } = await aboutProduct(id, 4);
      const categories = await rest.categoryPath(categoryId);
      const productColumns =
        'attributes,brand,categoryId,compareAtAmount,createdAt,currency,description,id,images,name,priceAmount,slug,tags';
      const ratingColumns = 'average,count,histogram,productId';
      const reviewColumns = 'accountId,body,createdAt,helpfulCount,id,rating,title,verifiedPurchase';
      const relatedColumns = 'currency,id,images,name,priceAmount,slug';
      return {
        asking: { variables: { id: globalId } },
        calls: [
          ['web-bff', 'listProducts', { ids: [id], fields: productColumns }],
          ...categories.map(
            (each) => ['web-bff', 'listCategories', { ids: [each], fields: 'id,name,parentId,slug' }] as const,
          ),
          ['web-bff', 'listStock', { ids: [id], fields: 'available,productId,restockAt,status' }],
          ['web-bff', 'listRatingSummaries', { ids: [id], fields: ratingColumns }],
          ['web-bff', 'listReviews', { productIds: [id], limit: 3, fields: reviewColumns }],
          ['web-bff', 'listPublicProfiles', { ids: authors, fields: 'displayName,id,memberSince' }],
          ['web-bff', 'listRelatedProducts', { productIds: [id], limit: 4, fields: relatedColumns }],
          ['web-bff', 'listRatingSummaries', { ids: others, fields: ratingColumns }],
        ],
      };
    },
    'web category-tree': async () => {
      // All columns: the children of a category are read by a resolver written by hand.
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
        [
          'acc-007',
          'listProfiles',
          { ids: ['acc-007'], fields: 'displayName,email,familyName,givenName,id,locale,memberSince,phone' },
        ],
        [
          'acc-007',
          'listAddresses',
          { ...addressesOf007, fields: 'accountId,city,country,id,isDefault,label,postalCode,recipient,street' },
        ],
      ],
    }),
    'mobile home': async () => {
      const offers = await page('reduced=true&sort=popularity&limit=6');
      const popular = await page('sort=popularity&limit=8');
      const arrivals = await page('sort=newest&limit=8');
      // What the offers read more than the others, all three are asked for.
      const fields = 'compareAtAmount,currency,id,images,name,popularity,priceAmount';
      const ids = toKeys([...offers.ids, ...popular.ids, ...arrivals.ids]);
      return {
        calls: [
          ['mobile-bff', 'listCategories', { parentIds: ['root'], limit: 8, fields: 'id,image,name' }],
          ['mobile-bff', 'searchProducts', { reduced: true, sort: 'popularity', limit: 6, fields }],
          ['mobile-bff', 'searchProducts', { sort: 'popularity', limit: 8, fields }],
          ['mobile-bff', 'searchProducts', { sort: 'newest', limit: 8, fields }],
          ['mobile-bff', 'listRatingSummaries', { ids, fields: 'average,productId' }],
        ],
      };
    },
    'mobile search': async () => {
      const { ids } = await page('q=lamp&minPriceAmount=2500&maxPriceAmount=5000&sort=priceAscending&limit=20');
      const price = { minPriceAmount: 2500, maxPriceAmount: 5000 };
      const searchParams = { q: 'lamp', ...price, facets, limit: 20, sort: 'priceAscending' };
      const fields = 'brand,compareAtAmount,currency,id,images,name,popularity,priceAmount';
      return {
        asking: { variables: { text: 'lamp', price: '2500-5000', sort: 'PRICE_ASCENDING' } },
        calls: [
          ['mobile-bff', 'searchProducts', { ...searchParams, fields }],
          ['mobile-bff', 'listRatingSummaries', { ids, fields: 'average,count,productId' }],
        ],
      };
    },
    'mobile product': async () => {
      const { authors } = await aboutProduct('prd-0042', 6);
      const ids = ['prd-0042'];
      const fields = 'attributes,brand,compareAtAmount,currency,description,id,images,name,popularity,priceAmount';
      const reviewColumns = 'accountId,body,createdAt,id,rating,title';
      const relatedColumns = 'currency,id,images,name,priceAmount';
      return {
        asking: { variables: { id: 'prd-0042' } },
        calls: [
          ['mobile-bff', 'listProducts', { ids, fields }],
          ['mobile-bff', 'listStock', { ids, fields: 'available,productId,restockAt,status' }],
          ['mobile-bff', 'listRatingSummaries', { ids, fields: 'average,count,histogram,productId' }],
          ['mobile-bff', 'listReviews', { productIds: ids, limit: 3, fields: reviewColumns }],
          ['mobile-bff', 'listPublicProfiles', { ids: authors, fields: 'displayName,id' }],
          ['mobile-bff', 'listRelatedProducts', { productIds: ids, limit: 6, fields: relatedColumns }],
        ],
      };
    },
    'mobile account': async () => ({
      asking: { as: 'acc-007' },
      calls: [
        ['acc-007', 'listProfiles', { ids: ['acc-007'], fields: 'displayName,email,id,memberSince' }],
        [
          'acc-007',
          'listAddresses',
          { ...addressesOf007, fields: 'accountId,city,country,isDefault,postalCode,recipient,street' },
        ],
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
