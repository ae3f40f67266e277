import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Call, createCall } from '../client/call.ts';
import { operation } from '../client/operation.ts';
import { createTransport } from '../client/transport.ts';
import type { Freshness } from '../context/freshness.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { createLoaders } from './loaders.ts';
import { row } from './row.ts';
import type { KnownValue, RowCache } from './row-cache.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Item = { id: string; name?: string };
type Spec = {
  parameters: { query?: { ids?: string[]; fields?: string[]; shelf?: string } };
  responses: { 200: { content: { 'application/json': { items: Item[] } } } };
};
const list = { in: 'query', style: 'form', explode: false } as const;
const description = {
  service: 's',
  operationId: 'listItems',
  method: 'GET' as const,
  path: '/items',
  parameters: {
    ids: { ...list, list: { maxItems: 10 } },
    fields: { ...list, list: {} },
    shelf: { ...list, explode: true },
  },
  fields: 'fields',
};
const listItems = operation<Spec>(description);
const posted = operation<Spec>({
  ...description,
  postVariant: { operationId: 'queryItems', path: '/query', lists: { ids: { maxItems: 100 } } },
});
const itemById = row(listItems, { keys: 'ids', matchBy: 'id', audience: 'public' });
const postedById = row(posted, { keys: 'ids', matchBy: 'id', audience: 'public' });
const ownById = row(listItems, { keys: 'ids', matchBy: 'id', audience: 'principal' });
const search = row(listItems, { audience: 'public' });

/** Has every item but those that begin with `no`; fails for what begins with `bad`. */
async function answer(request: IncomingMessage, response: ServerResponse) {
  let body = '';
  for await (const chunk of request) body += chunk;
  const query = new URL(request.url ?? '', 'http://s').searchParams;
  const ids: string[] = body === '' ? (query.get('ids') ?? 'whole').split(',') : JSON.parse(body).ids;
  const isBad = ids.some((id) => id.startsWith('bad'));
  response.writeHead(isBad ? 400 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ items: ids.filter((id) => !id.startsWith('no')).map((id) => ({ id })) }));
}

async function startService() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${decodeURIComponent(request.url ?? '')}`);
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return { asked, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Says of each GET that it may be kept, as an HTTP cache does. */
function callTo(origin: string): Call {
  const transport = createTransport();
  ends.push(() => transport.close());
  return createCall({ s: origin }, async (request) => {
    const { service, operationId, path } = request;
    const response = await transport.send(request);
    if (request.method !== 'GET' || response.status !== 200) return response;
    return {
      ...response,
      freshness: { isStorable: true, freshUntil: 1, sources: [{ service, operationId, origin, path }] },
    };
  });
}

/** The least that a cache can be: never forgets, knows keys by row, parameters and columns. */
function createModelCache({ isLate = false } = {}) {
  const known = new Map<string, KnownValue>();
  const reads: (readonly unknown[])[] = [];
  const cache: RowCache = {
    read: ({ row: { items }, params, keys, columns }) => {
      reads.push(keys);
      const id = (key: unknown) => `${items} ${params} ${columns} ${key}`;
      const reading = {
        known: keys.map((key) => known.get(id(key))),
        keep: (fetched: readonly unknown[], values: readonly unknown[], freshness: Freshness) => {
          for (const [index, key] of fetched.entries()) known.set(id(key), { value: values[index], freshness });
        },
      };
      return isLate ? Promise.resolve(reading) : reading;
    },
    forget: () => undefined,
  };
  return { cache, reads, known };
}

async function setUp(options: { isLate?: boolean } = {}) {
  const { asked, origin } = await startService();
  const call = callTo(origin);
  const model = createModelCache(options);
  /** The loaders of a new request, and the freshness that it is told of. */
  const request = () => {
    const told: Freshness[] = [];
    const context = {
      signal: new AbortController().signal,
      freshness: { add: (freshness: Freshness) => void told.push(freshness) },
    } as unknown as RequestContext;
    return { told, loaders: createLoaders(call, context, undefined, model.cache) };
  };
  return { asked, request, ...model };
}
const idsOf = (values: readonly unknown[]) =>
  values.map((value) => (value instanceof FacetError ? value.code : ((value as Item | null)?.id ?? null)));

describe.each([[{ isLate: false }], [{ isLate: true }]])('loaders over a row cache, %j', (options) => {
  it('fetch three of ten keys where seven are known', async () => {
    const { asked, request } = await setUp(options);
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    await request().loaders.loadLevel(itemById, keys.slice(2, 9), {});
    const { loaders, told } = request();
    expect(idsOf(await loaders.loadLevel(itemById, keys, {}))).toEqual(keys);
    expect(asked).toEqual(['GET /items?ids=c,d,e,f,g,h,i', 'GET /items?ids=a,b,j']);
    expect(told.map(({ sources }) => sources[0]?.path)).toEqual(['/items?ids=c,d,e,f,g,h,i', '/items?ids=a,b,j']);
  });

  it('fetch nothing where all is known, and that there is none is known, too', async () => {
    const { asked, request } = await setUp(options);
    for (const _request of [1, 2]) {
      const { loaders } = request();
      expect(idsOf(await loaders.loadLevel(itemById, ['b', 'none', 'a'], {}))).toEqual(['b', null, 'a']);
      expect((await loaders.call(search, { shelf: 'x' })).items).toEqual([{ id: 'whole' }]);
    }
    expect(asked).toEqual(['GET /items?ids=a,b,none', 'GET /items?shelf=x']);
  });

  it('keep nothing of a key that fails, and all of its mates', async () => {
    const { asked, request } = await setUp(options);
    const load = async () => idsOf(await request().loaders.loadLevel(itemById, ['a', 'bad', 'c'], {}));
    expect(await load()).toEqual(['a', 'BAD_USER_INPUT', 'c']);
    asked.length = 0;
    expect(await load()).toEqual(['a', 'BAD_USER_INPUT', 'c']);
    expect(asked).toEqual(['GET /items?ids=bad']);
  });

  it('ask for parameters and columns apart', async () => {
    const { asked, request } = await setUp(options);
    await request().loaders.loadLevel(itemById, ['a'], {}, ['name']);
    await request().loaders.loadLevel(itemById, ['a'], { shelf: 'x', extra: null });
    await request().loaders.loadLevel(itemById, ['a'], { extra: undefined, shelf: 'x' });
    expect(asked).toEqual(['GET /items?fields=id,name&ids=a', 'GET /items?shelf=x&ids=a']);
  });
});

describe('loaders over a row cache', () => {
  it('never ask it for what belongs to a person', async () => {
    const { asked, request, reads, known } = await setUp();
    for (const _request of [1, 2]) await request().loaders.loadLevel(ownById, ['a'], {});
    expect([asked.length, reads, known.size]).toEqual([2, [], 0]);
  });

  it('keep nothing of a POST, and what each GET of a batch brought', async () => {
    const { asked, request } = await setUp();
    const keys = Array.from({ length: 20 }, (_, index) => `${index}`.padStart(3, 'k0'));
    for (const row of [postedById, itemById, itemById]) await request().loaders.loadLevel(row, keys, {});
    expect(asked).toEqual([
      'POST /query',
      `GET /items?ids=${keys.slice(0, 10).join()}`,
      `GET /items?ids=${keys.slice(10).join()}`,
    ]);
  });

  it('read it once for all levels of a turn', async () => {
    const { request, reads } = await setUp();
    const { loaders } = request();
    await Promise.all([loaders.loadLevel(itemById, ['b'], {}), loaders.loadLevel(itemById, ['a', 'b'], {})]);
    expect(reads).toEqual([['a', 'b']]);
  });

  it('fetch all where it knows nothing and may keep nothing', async () => {
    const { origin, asked } = await startService();
    const cache: RowCache = { read: ({ keys }) => ({ known: keys.map(() => undefined) }), forget: () => undefined };
    const loaders = createLoaders(
      callTo(origin),
      { signal: new AbortController().signal } as RequestContext,
      undefined,
      cache,
    );
    expect(idsOf(await loaders.loadLevel(itemById, ['a', 'b'], {}))).toEqual(['a', 'b']);
    expect(asked).toHaveLength(1);
  });
});
