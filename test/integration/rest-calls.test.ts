/** Which REST calls each operation of the clients makes: operation, keys, parameters and whose token. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, listInStock } from '../support/buy.ts';
import { createExpectedCalls, linesOf } from '../support/expected-calls.ts';
import { createExpectedPurchaseCalls } from '../support/expected-purchase-calls.ts';
import { type BffName, type ObservedBffs, operationsFolder, startObservedBffs } from '../support/observed-bffs.ts';
import { createRestAnswers, idsOf, type RestAnswers, toKeys, toLine } from '../support/rest-answers.ts';

let observed: ObservedBffs;
let rest: RestAnswers;
let expectedCalls: ReturnType<typeof createExpectedCalls>;
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
  expectedCalls = { ...createExpectedCalls(observed), ...createExpectedPurchaseCalls(observed) };
});
afterAll(async () => {
  unsubscribe('undici:request:create', onRequest);
  await observed.close();
});
afterEach(() => expect(observed.takeViolations()).toEqual([]));

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
    const expected = await expectedCalls[`${bff} ${operation}`]?.();
    if (expected === undefined) throw new Error(`Say here which calls ${operation} of ${bff} makes.`);
    const { calls, errors } = await observed.query(bff, operation, expected.asking);
    expect(errors).toBeUndefined();
    expect(calls.map(toLine).sort()).toEqual(await linesOf(expected));
  });

  it.each<[BffName, string]>([
    ['web', 'browse'],
    ['web', 'search'],
    ['mobile', 'search'],
  ])('of %s %s are as many for 50 products as for 5', async (bff, operation) => {
    const ask = (first: number) => observed.query(bff, operation, { variables: { text: 'a', first } });
    const [few, many] = [await ask(5), await ask(50)];
    const names = ({ calls }: typeof few) => calls.map(({ operationId }) => operationId).sort();
    expect(names(many)).toEqual(names(few));
    const { ids } = many.calls.find(({ operationId }) => operationId === 'listRatingSummaries')?.query ?? {};
    expect(ids).toHaveLength(50);
  });

  it.each<BffName>(['web', 'mobile'])('of %s orders are as many for 50 orders as for 5', async (bff) => {
    const as = bff === 'web' ? 'acc-021' : 'acc-022';
    const products = (await listInStock(observed, 50)).slice(0, 50);
    for (const productId of products) await buy(observed, as, [{ productId, quantity: 1 }]);
    const ask = (first: number) => observed.query(bff, 'orders', { as, variables: { first } });
    const [few, many] = [await ask(5), await ask(50)];
    const names = ({ calls }: typeof few) => calls.map(({ operationId }) => operationId).sort();
    expect(names(many)).toEqual(names(few));
    const { ids } = many.calls.find(({ operationId }) => operationId === 'listProducts')?.query ?? {};
    expect(ids).toEqual(toKeys(products));
    expect((await ask(51)).errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('carry what is public with the token of the BFF and what is personal with that of the caller', async () => {
    const document =
      '{ viewer { email addresses { totalCount } } browse(facets: []) { edges { node { stock { status } } } } }';
    const { calls } = await observed.query('web', document, { as: 'acc-042' });
    expect(calls.map(({ caller, operationId }) => `${caller} ${operationId}`).sort()).toEqual([
      'acc-042 listAddresses',
      'acc-042 listProfiles',
      'web-bff listStock',
      'web-bff searchProducts',
    ]);
  });

  it.each<[BffName, string]>([
    ['web', 'viewer'],
    ['web', 'cart'],
    ['web', 'orders'],
    ['mobile', 'account'],
    ['mobile', 'cart'],
    ['mobile', 'orders'],
  ])('of %s %s are none for who is nobody', async (bff, operation) => {
    expect((await observed.query(bff, operation)).calls).toEqual([]);
  });
});

describe('batches', () => {
  it('bring the first reviews of 24 products in one call, each product its own', async () => {
    const { data, calls } = await observed.query('web', 'browse');
    const asked = calls.filter(({ operationId }) => operationId === 'listReviews').map(({ query }) => query);
    expect(asked).toEqual([{ productIds: expect.any(Array), limit: 3, fields: ['id', 'rating', 'title'] }]);
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
