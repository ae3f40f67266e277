/** Which REST calls each operation of the clients makes: operation, keys, parameters and whose token. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type BffName,
  type GraphqlAsking,
  type ObservedBffs,
  operationsFolder,
  startObservedBffs,
} from '../support/observed-bffs.ts';
import { createRestAnswers, idsOf, type RestAnswers, toKeys, toLine } from '../support/rest-answers.ts';

let observed: ObservedBffs;
let rest: RestAnswers;
const clientTokenRequests: string[] = [];
const onRequest = (message: unknown) => {
  const { request } = message as { request: { origin: string; path: string; headers: string | string[] } };
  const [, credentials] = /basic ([\w+/=]+)/i.exec([request.headers].flat().join(' ')) ?? [];
  if (request.path !== '/token' || credentials === undefined) return;
  clientTokenRequests.push(String(Buffer.from(credentials, 'base64').toString().split(':')[0]));
};

beforeAll(async () => {
  subscribe('undici:request:create', onRequest);
  observed = await startObservedBffs();
  rest = createRestAnswers(observed);
});
afterAll(async () => {
  unsubscribe('undici:request:create', onRequest);
  await observed.close();
});
afterEach(() => expect(observed.takeViolations()).toEqual([]));

interface Case {
  readonly asking?: GraphqlAsking;
  /** `[caller, operation, parameters]` of each call. */
  readonly calls: readonly (readonly [
    string,
    string,
    Readonly<Record<string, string | number | boolean | string[]>>,
  ])[];
}

const linesOf = ({ calls }: Case) =>
  calls.map(([caller, operationId, query]) => toLine({ caller, operationId, query })).sort();
const facets = ['category', 'brand', 'price'];

/** The shelf that web browses, and the web's own ids of what is on it. */
async function shelf(first: number) {
  const items = await rest.items('catalog', `/v1/search?categoryIds=cat-living&sort=popularity&limit=${first}`);
  const { data } = await observed.query('web', '{ categories { id slug } browse(first: 1) { edges { node { id } } } }');
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

const cases: Readonly<Record<string, () => Promise<Case>>> = {
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
  'mobile Home': async () => {
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
  'mobile Search': async () => {
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
  'mobile Product': async () => {
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
  'mobile Account': async () => ({
    asking: { as: 'acc-007' },
    calls: [
      ['acc-007', 'listProfiles', { ids: ['acc-007'] }],
      ['acc-007', 'listAddresses', { accountIds: ['acc-007'], limit: 20 }],
    ],
  }),
};

const files = (['web', 'mobile'] as const).flatMap((bff) =>
  readdirSync(operationsFolder(bff)).map((file): [BffName, string] => [bff, file.replace('.graphql', '')]),
);

describe('token of a BFF', () => {
  it('is fetched once, however many requests need it at once', async () => {
    const asked = Array.from({ length: 10 }, () => [
      observed.query('web', '{ categories { name } }'),
      observed.query('mobile', '{ homeScreen { popular { tiles { name } } } }'),
    ]);
    await Promise.all(asked.flat());
    expect(clientTokenRequests.sort()).toEqual(['mobile-bff', 'web-bff']);
  });
});

describe('REST calls', () => {
  it.each(files)('of %s %s are exactly these', async (bff, operation) => {
    const expected = await cases[`${bff} ${operation}`]?.();
    if (expected === undefined) throw new Error(`Say here which calls ${operation} of ${bff} makes.`);
    const { calls, errors } = await observed.query(bff, operation, expected.asking);
    expect(errors).toBeUndefined();
    expect(calls.map(toLine).sort()).toEqual(linesOf(expected));
  });

  it.each<[BffName, string]>([
    ['web', 'browse'],
    ['web', 'search'],
    ['mobile', 'Search'],
  ])('of %s %s are as many for 50 products as for 5', async (bff, operation) => {
    const ask = (first: number) => observed.query(bff, operation, { variables: { text: 'a', first } });
    const [few, many] = [await ask(5), await ask(50)];
    const names = ({ calls }: typeof few) => calls.map(({ operationId }) => operationId).sort();
    expect(names(many)).toEqual(names(few));
    const { ids } = many.calls.find(({ operationId }) => operationId === 'listRatingSummaries')?.query ?? {};
    expect(ids).toHaveLength(50);
  });

  it('carry what is public with the token of the BFF and what is personal with that of the caller', async () => {
    const { globalId } = await shelf(1);
    const document = `{ viewer { email addresses { totalCount } } product(id: "${globalId}") { name stock { status } } }`;
    const { calls } = await observed.query('web', document, { as: 'acc-042' });
    expect(calls.map(({ caller, operationId }) => `${caller} ${operationId}`).sort()).toEqual([
      'acc-042 listAddresses',
      'acc-042 listProfiles',
      'web-bff listProducts',
      'web-bff listStock',
    ]);
  });

  it.each<[BffName, string]>([
    ['web', 'viewer'],
    ['mobile', 'Account'],
  ])('of %s %s are none for who is nobody', async (bff, operation) => {
    expect((await observed.query(bff, operation)).calls).toEqual([]);
  });
});

describe('batches', () => {
  it('bring the first reviews of 24 products in one call, each product its own', async () => {
    const { data, calls } = await observed.query('web', 'browse');
    const asked = calls.filter(({ operationId }) => operationId === 'listReviews').map(({ query }) => query);
    expect(asked).toEqual([{ productIds: expect.any(Array), limit: 3 }]);
    expect(asked[0]?.productIds).toHaveLength(24);
    const products = await rest.items('catalog', '/v1/search?sort=popularity&limit=24');
    const own = products.map(({ id }) => rest.grouped('reviews', `/v1/reviews?productIds=${id}&limit=3`));
    const titles = (await Promise.all(own)).map((reviews) => reviews.map(({ title }) => title));
    expect(data.browse.edges.map(({ node }: Edge) => node.reviews.edges.map((edge) => edge.node.title))).toEqual(
      titles,
    );
    expect(titles.flat().length).toBeGreaterThan(48);
  });

  it('carry 100 keys where the contract allows them', async () => {
    const { data } = await observed.query('web', '{ browse(first: 100) { edges { node { id name } } } }');
    const nodes: { id: string; name: string }[] = data.browse.edges.map(({ node }: { node: unknown }) => node);
    const variables = { ids: nodes.map(({ id }) => id) };
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Product { name } } }';
    const answer = await observed.query('web', document, { variables });
    expect(answer.data.nodes).toEqual(nodes);
    expect(answer.calls.map(({ operationId, query }) => [operationId, [query.ids].flat().length])).toEqual([
      ['listProducts', 100],
    ]);
  });

  it('are cut where the contract allows no more', async () => {
    const document = `{ browse(first: 50, facets: []) { edges { node { reviews(first: 3) {
      edges { node { author { displayName } } } } } } } }`;
    const { calls, errors } = await observed.query('web', document);
    expect(errors).toBeUndefined();
    const products = await rest.items('catalog', '/v1/search?sort=popularity&limit=50');
    const reviews = await rest.grouped('reviews', `/v1/reviews?productIds=${idsOf(products)}&limit=3`);
    const authors = toKeys(reviews.map(({ accountId }) => accountId));
    const lots = calls.filter(({ operationId }) => operationId === 'listPublicProfiles').map(({ query }) => query.ids);
    expect(lots.map((lot) => [lot].flat().length).sort()).toEqual([100, authors.length - 100].sort());
    expect(lots.flat().sort()).toEqual(authors);
    expect(calls).toHaveLength(4);
  });
});

interface Edge {
  readonly node: { readonly reviews: { readonly edges: readonly { readonly node: { readonly title: string } }[] } };
}
