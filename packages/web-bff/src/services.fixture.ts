/** The REST services for tests, on one loopback server: they answer by their contracts and record every call. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addresses, categories, products, profiles, ratingSummaries, reviews, stock } from './data.fixture.ts';
import { answerIdentity, subjectOf } from './identity.fixture.ts';

type Query = URLSearchParams;
type Item = { readonly [Column in 'id' | 'productId' | 'accountId' | 'parentId']?: string | null };

const publicProfiles = profiles.map(({ id, displayName, memberSince }) => ({ id, displayName, memberSince }));
const idsOf = (query: Query, name: string) => query.get(name)?.split(',') ?? [];

function pageOf<T extends Item>(items: readonly T[], query: Query, cursorOf = (item: T) => item.id) {
  const after = query.get('after');
  const start = after === null ? 0 : items.findIndex((item) => cursorOf(item) === after) + 1;
  const page = items.slice(start, start + Number(query.get('limit') ?? 100));
  const last = page.at(-1);
  return { items: page, next: start + page.length < items.length && last ? cursorOf(last) : null, total: items.length };
}

function byIds<T extends Item>(items: readonly T[], query: Query, column: keyof Item = 'id') {
  const ids = new Set(idsOf(query, 'ids'));
  return pageOf(
    items.filter((item) => ids.has(String(item[column]))),
    query,
  );
}

function groupsOf<T extends Item>(parentIds: readonly string[], query: Query, itemsOf: (parentId: string) => T[]) {
  return { groups: parentIds.map((parentId) => ({ parentId, ...pageOf(itemsOf(parentId), query) })) };
}

function search(query: Query) {
  const names = idsOf(query, 'facets');
  const values = { category: 'cat-pans', brand: 'Panini', price: '0-2500' } as Record<string, string>;
  const facets = names.map((name) => ({ name, values: [{ value: values[name], label: 'All', count: 60 }] }));
  return { ...pageOf(products, query), facets };
}

const answers: Record<string, (query: Query, subject: string | undefined) => object> = {
  '/v1/products': (query) => byIds(products, query),
  '/v1/related-products': (query) =>
    groupsOf(idsOf(query, 'productIds'), query, (id) => products.filter((product) => product.id > id).slice(0, 8)),
  '/v1/categories': (query) =>
    query.has('ids')
      ? byIds(categories, query)
      : groupsOf(idsOf(query, 'parentIds'), query, (id) =>
          categories.filter(({ parentId }) => (parentId ?? 'root') === id),
        ),
  '/v1/search': search,
  '/v1/stock': (query) => byIds(stock, query, 'productId'),
  '/v1/rating-summaries': (query) => byIds(ratingSummaries, query, 'productId'),
  '/v1/reviews': (query) =>
    query.has('ids')
      ? byIds(reviews, query)
      : groupsOf(idsOf(query, 'productIds'), query, (id) => reviews.filter(({ productId }) => productId === id)),
  '/v1/public-profiles': (query) => byIds(publicProfiles, query),
  '/v1/profiles': (query, subject) =>
    byIds(
      profiles.filter(({ id }) => id === subject),
      query,
    ),
  '/v1/addresses': (query, subject) => {
    const own = addresses.filter(({ accountId }) => accountId === subject);
    if (query.has('ids')) return byIds(own, query);
    return groupsOf(idsOf(query, 'accountIds'), query, (id) => own.filter(({ accountId }) => accountId === id));
  },
};

export interface Services {
  readonly origin: string;
  /** Calls so far as `subject /path?query`, decoded, sorted; empties the record. */
  takeCalls(): string[];
  /** Makes a path answer 503 until the test ends. */
  fail(path: string): void;
  close(): Promise<void>;
}

export async function startServices(): Promise<Services> {
  let calls: string[] = [];
  const failing = new Set<string>();
  const server = createServer((request: IncomingMessage, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    if (answerIdentity(origin, pathname, response)) return;
    calls.push(`${subjectOf(request)} ${decodeURIComponent(request.url ?? '')}`);
    const answer = answers[pathname];
    response.setHeader('content-type', 'application/json');
    if (answer === undefined || failing.has(pathname)) response.writeHead(503).end('{}');
    else response.end(JSON.stringify(answer(searchParams, subjectOf(request))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    takeCalls: () => {
      const taken = calls.sort();
      calls = [];
      return taken;
    },
    fail: (path) => failing.add(path),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
