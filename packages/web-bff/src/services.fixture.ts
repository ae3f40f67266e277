/** The REST services for tests, on one loopback server: they answer by their contracts and record every call. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { byIds, groupsOf, idsOf, pageOf } from './collections.fixture.ts';
import { addresses, categories, products, profiles, ratingSummaries, stock } from './data.fixture.ts';
import { answerIdentity, subjectOf } from './identity.fixture.ts';
import { onlyColumns } from './only-columns.fixture.ts';
import { createShop, type Told } from './shop.fixture.ts';

type Query = URLSearchParams;

const publicProfiles = profiles.map(({ id, displayName, memberSince }) => ({ id, displayName, memberSince }));

function search(query: Query) {
  const names = idsOf(query, 'facets');
  const values = { category: 'cat-pans', brand: 'Panini', price: '0-2500' } as Record<string, string>;
  const facets = names.map((name) => ({ name, values: [{ value: values[name], label: 'All', count: 60 }] }));
  return { ...pageOf(products, query), facets };
}

const unchanging: Record<string, (query: Query, subject: string) => object> = {
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
  '/v1/public-profiles': (query) => byIds(publicProfiles, query),
  '/v1/addresses': (query, subject) => {
    const own = addresses.filter(({ accountId }) => accountId === subject);
    if (query.has('ids')) return byIds(own, query);
    return groupsOf(idsOf(query, 'accountIds'), query, (id) => own.filter(({ accountId }) => accountId === id));
  },
};

export interface Services {
  readonly origin: string;
  /**
   * Calls so far as `subject /path?query`, decoded, without `fields`, sorted; changes as `subject METHOD /path?query
   * {body}`. Empties the record.
   */
  takeCalls(): string[];
  /** Idempotency keys that came so far, in their order; empties the record. */
  takeKeys(): string[];
  /** Makes a path answer 503 until the test ends. */
  fail(path: string): void;
  /** Makes changes at a path be refused until the test ends. */
  refuse(path: string, problem: Told): void;
  close(): Promise<void>;
}

function answer(response: ServerResponse, status: number, body: object): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

function withoutFields(target: string): string {
  const [path, search = ''] = target.split('?');
  const pairs = search.split('&').filter((pair) => !pair.startsWith('fields='));
  return decodeURIComponent(pairs.join('&') === '' ? String(path) : `${path}?${pairs.join('&')}`);
}

/** Carries a change out, or refuses it. */
function createChanging(refusals: ReadonlyMap<string, Told>, change: ReturnType<typeof createShop>['change']) {
  return async (request: IncomingMessage, url: URL) => {
    const body = await text(request);
    const refusal = refusals.get(url.pathname);
    const { pathname: path, searchParams: query } = url;
    const { method = '' } = request;
    const subject = String(subjectOf(request));
    const call = `${subject} ${method} ${decodeURIComponent(request.url ?? '')}${body && ` ${body}`}`;
    const given = { method, path, query, subject, body: body === '' ? undefined : JSON.parse(body) };
    return { call, ...(refusal === undefined ? change(given) : { status: refusal.status, body: refusal }) };
  };
}

export async function startServices(): Promise<Services> {
  const [calls, keys]: [string[], string[]] = [[], []];
  const [failing, refusals] = [new Set<string>(), new Map<string, Told>()];
  const shop = createShop();
  const answers = { ...unchanging, ...shop.reads };
  const carryOut = createChanging(refusals, shop.change);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (await answerIdentity(origin, request, response)) return;
    const key = request.headers['idempotency-key'];
    if (key !== undefined) keys.push(String(key));
    if (request.method !== 'GET') {
      const { call, status, body } = await carryOut(request, url);
      calls.push(call);
      return failing.has(url.pathname) ? answer(response, 503, {}) : answer(response, status, body);
    }
    const subject = String(subjectOf(request));
    calls.push(`${subject} ${withoutFields(request.url ?? '')}`);
    const read = answers[url.pathname];
    if (read === undefined || failing.has(url.pathname)) return answer(response, 503, {});
    const fields = url.searchParams.get('fields') ?? undefined;
    answer(response, 200, onlyColumns(read(url.searchParams, subject), fields) as object);
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    takeCalls: () => calls.splice(0).sort(),
    takeKeys: () => keys.splice(0),
    fail: (path) => failing.add(path),
    refuse: (path, problem) => refusals.set(path, problem),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
