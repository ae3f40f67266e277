import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FacetError } from '../errors/facet-error.ts';
import {
  anonymous,
  createChain,
  createRemoteStore,
  forAMinute,
  read,
  type Service,
  startMs,
  startService,
} from './http-cache.fixture.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const conditions = () => service.heard.map(({ headers }) => headers['if-none-match']);

describe('createHttpCache', () => {
  it('answers with what is fresh without a call, the same object', async () => {
    const { get, clock } = createChain(service);
    service.serve(forAMinute('{"id":1}'));
    const first = await get();
    clock.ms += 59_999;
    expect(await get()).toBe(first);
    expect(service.heard).toHaveLength(1);
    clock.ms += 1;
    await get();
    expect(service.heard).toHaveLength(2);
  });

  it('says how long an answer holds and what it was made of', async () => {
    const { get } = createChain(service);
    const { origin } = service;
    service.serve(forAMinute('{}', '"a"'));
    const { freshness } = await get();
    const source = { service: 'catalog', operationId: 'listProducts', origin, path: '/products?ids=1', etag: '"a"' };
    expect(freshness).toEqual({ isStorable: true, freshUntil: startMs + 60_000, sources: [source] });
  });

  it('says with which scopes, or that without a token, it was asked for', async () => {
    const { get } = createChain(service);
    service.serve(forAMinute('{}', '"a"'));
    const scoped = await get({ path: '/scoped', scopes: ['catalog:read'] });
    const open = await get({ path: '/open', token: 'none' });
    expect(scoped.freshness?.sources).toEqual([expect.objectContaining({ scopes: ['catalog:read'] })]);
    expect(open.freshness?.sources).toEqual([expect.objectContaining({ token: 'none' })]);
  });

  it('keeps what was asked without a token apart from what was asked with one', async () => {
    const { get } = createChain(service);
    service.serve(forAMinute('{}'));
    for (const token of ['none', 'client', undefined, 'none'] as const) await get({ token });
    expect(service.heard).toHaveLength(2);
  });

  it('keeps no answer for more than an hour, however long it is fresh', async () => {
    const { get, clock } = createChain(service);
    service.serve({ headers: { 'cache-control': 'max-age=86400' } });
    await get();
    clock.ms += 3_599_999;
    await get();
    expect(service.heard).toHaveLength(1);
    clock.ms += 1;
    await get();
    expect(service.heard).toHaveLength(2);
  });

  it('counts the time that an answer took as its age', async () => {
    const { get, clock } = createChain(service);
    service.serve(() => {
      clock.ms += 2_000;
      return forAMinute('{}');
    });
    expect((await get()).freshness?.freshUntil).toBe(startMs + 60_000);
  });

  it.each([
    ['private', { 'cache-control': 'private, max-age=60', etag: '"a"' }],
    ['no-store', { 'cache-control': 'no-store', etag: '"a"' }],
    ['varying on everything', { 'cache-control': 'max-age=60', vary: '*', etag: '"a"' }],
  ])('keeps nothing that is %s', async (_what, headers) => {
    const { get } = createChain(service);
    service.serve({ headers });
    expect((await get()).freshness).toMatchObject({ isStorable: false });
    await get();
    expect(conditions()).toEqual([undefined, undefined]);
  });

  it.each([204, 301, 404, 410, 500, 503])('keeps no %d, whatever it says', async (status) => {
    const { get } = createChain(service);
    service.serve({ status, headers: { 'cache-control': 'public, max-age=60', etag: '"a"' } });
    expect((await get()).freshness).toBeUndefined();
    expect((await get()).status).toBe(status);
    expect(conditions()).toEqual([undefined, undefined]);
  });

  it.each([
    ['a person', { audience: 'principal' as const }],
    ['POST', { method: 'POST', body: '{}' }],
    ['HEAD', { method: 'HEAD' }],
    ['a caller with a condition', { headers: { 'if-none-match': '"x"' } }],
    ['a caller with a token', { headers: { authorization: 'Bearer x' } }],
  ])('passes on what is for %s, untouched', async (_what, asking) => {
    const { get } = createChain(service);
    service.serve(forAMinute('{}', '"a"'));
    expect((await get(asking)).freshness).toBeUndefined();
    await get();
    await get(asking);
    expect(service.heard).toHaveLength(3);
  });

  it.each([
    ['paths', { path: '/products?ids=2' }],
    ['headers', { headers: { accept: 'application/json', 'x-tenant': 'b' } }],
  ])('keeps different %s apart', async (_what, asking) => {
    const { get } = createChain(service);
    service.serve(({ path, headers }) => forAMinute(JSON.stringify([path, headers['x-tenant'] ?? null])));
    const [one, other] = [await get(), await get(asking)];
    expect(read(one)).not.toEqual(read(other));
    expect([await get(), await get(asking)]).toEqual([one, other]);
    expect(service.heard).toHaveLength(2);
  });

  it('takes request ids and traces for no difference', async () => {
    const { get } = createChain(service);
    service.serve(forAMinute('{}'));
    for (const id of ['1', '2']) await get({ headers: { 'x-request-id': id, traceparent: id } });
    expect(service.heard).toHaveLength(1);
  });

  it('names no validator where the URL alone would ask for something else', async () => {
    const { get } = createChain(service);
    service.serve(forAMinute('{}', '"a"'));
    const { freshness } = await get({ headers: { accept: 'application/json', 'x-tenant': 'b' } });
    expect(freshness?.sources[0]).not.toHaveProperty('etag');
  });

  it('keeps no body longer than its bound', async () => {
    const { get } = createChain(service, { maxBodyBytes: 10 });
    service.serve(forAMinute('["0123456789"]', '"a"'));
    expect((await get()).freshness).toMatchObject({ isStorable: true });
    await get();
    expect(conditions()).toEqual([undefined, undefined]);
  });
});

describe('createHttpCache, after a change', () => {
  it('asks again', async () => {
    const { get, stores } = createChain(service);
    service.serve(forAMinute('[1]', '"a"'));
    await get();
    service.serve(forAMinute('[2]', '"a"'));
    await stores.touch(['url:catalog.listReviews']);
    expect(read(await get())).toEqual([1]);
    await stores.touch(['url:catalog.listProducts']);
    expect(read(await get())).toEqual([2]);
  });

  it('keeps nothing that was asked for before it', async () => {
    const { get, stores } = createChain(service);
    service.serve(() => {
      void stores.touch(['url:catalog.listProducts']);
      return forAMinute('[1]');
    });
    expect(read(await get())).toEqual([1]);
    service.serve(forAMinute('[2]'));
    expect(read(await get())).toEqual([2]);
  });

  it('lets nobody who asked afterwards have what was asked for before it', async () => {
    let changes = 0;
    const { get } = createChain(service, { asOf: () => String(changes) });
    service.serve(forAMinute('[1]'));
    const before = [get(), get()];
    changes += 1;
    const after = [get(), get()];
    const [one, two, three, four] = await Promise.all([...before, ...after]);
    expect(one).toBe(two);
    expect(three).toBe(four);
    expect(one).not.toBe(three);
    expect(service.heard).toHaveLength(2);
  });
});

describe('createHttpCache, for a thousand at once', () => {
  const asking = Array.from({ length: 1_000 });

  it.each(['memory', 'remote'])('makes one call, cold and just expired, with a store that is %s', async (kind) => {
    const { store: memory } = createChain(service);
    const store = kind === 'memory' ? memory : createRemoteStore(memory);
    const { get, clock } = createChain(service, { store });
    service.serve(forAMinute('[1]', '"a"'));
    await Promise.all(asking.map(() => get()));
    expect(conditions()).toEqual([undefined]);
    clock.ms += 60_000;
    const answers = await Promise.all(asking.map(() => get()));
    expect(conditions()).toEqual([undefined, '"a"']);
    for (const { freshness } of answers) expect(freshness?.freshUntil).toBe(startMs + 120_000);
    service.serve(forAMinute('[2]', '"b"'));
    clock.ms += 60_000;
    const changed = await Promise.all(asking.map(() => get()));
    expect(conditions()).toEqual(['"a"']);
    expect(new Set(changed.map((answer) => read(answer)[0]))).toEqual(new Set([2]));
  });

  it('makes one call where nothing is known of the store', async () => {
    const { get } = createChain(service, {
      store: { read: () => ({ values: [], versions: undefined }), write: () => {} },
    });
    service.serve(forAMinute('[1]'));
    await Promise.all(asking.map(() => get()));
    expect(service.heard).toHaveLength(1);
    await get();
    expect(service.heard).toHaveLength(2);
  });
});

describe('createHttpCache, over a store elsewhere', () => {
  it('answers with what comes back', async () => {
    const { store } = createChain(service);
    const { get } = createChain(service, { store: createRemoteStore(store) });
    service.serve(forAMinute('{"id":1}', '"a"'));
    const first = await get();
    const again = await get();
    expect(read(again)).toEqual({ id: 1 });
    expect(again.freshness).toEqual(first.freshness);
    expect(service.heard).toHaveLength(1);
  });

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['changed', (bytes: Buffer) => bytes.fill(0x20, bytes.length - 1)],
    ['nothing', () => Buffer.alloc(0)],
  ])('takes bytes that are %s for a miss', async (_what, change) => {
    const { store } = createChain(service);
    const { get } = createChain(service, { store: createRemoteStore(store, change) });
    service.serve(forAMinute('{"id":1}', '"a"'));
    await get();
    expect(read(await get())).toEqual({ id: 1 });
    expect(conditions()).toEqual([undefined, undefined]);
  });

  it('makes no call for a caller who left while it was read', async () => {
    const { store } = createChain(service);
    const { get } = createChain(service, { store: createRemoteStore(store) });
    service.serve(forAMinute('{}'));
    const leaving = new AbortController();
    const asked = get({ signal: leaving.signal, context: { ...anonymous, signal: leaving.signal } });
    leaving.abort(new FacetError('CANCELED'));
    await expect(asked).rejects.toMatchObject({ code: 'CANCELED' });
    expect(service.heard).toHaveLength(0);
  });
});
