import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FacetError } from '../errors/facet-error.ts';
import {
  createChain,
  forAMinute,
  read,
  type Service,
  startMs,
  startService,
  toHttpDate,
} from './http-cache.fixture.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const conditions = () => service.heard.map(({ headers }) => headers['if-none-match']);

describe('createHttpCache, for what is no longer fresh', () => {
  it('asks by its tag, and gives the kept body and value with the freshness of the 304', async () => {
    const { get, clock } = createChain(service);
    service.serve(forAMinute('{"id":1}', 'W/"a"'));
    const first = await get();
    first.json = { value: read(first) };
    clock.ms += 60_000;
    const again = await get();
    expect(conditions()).toEqual([undefined, 'W/"a"']);
    expect(again).toMatchObject({ status: 200, freshness: { freshUntil: startMs + 120_000 } });
    expect(again.json?.value).toBe(first.json.value);
    expect(again.body).toBe(first.body);
    expect(await get()).toBe(again);
    expect(service.heard).toHaveLength(2);
  });

  it('asks every time about what says no-cache', async () => {
    const { get } = createChain(service);
    service.serve({ headers: { 'cache-control': 'no-cache', etag: '"a"' } });
    const answers = [await get(), await get(), await get()];
    expect(conditions()).toEqual([undefined, '"a"', '"a"']);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('asks by the date of the last change where there is no tag', async () => {
    const { get } = createChain(service);
    const headers = { 'last-modified': toHttpDate(startMs), date: toHttpDate(startMs + 2_000) };
    service.serve({ headers, body: '[1]' });
    await get();
    expect(read(await get())).toEqual([1]);
    expect(service.heard[1]?.headers['if-modified-since']).toBe(headers['last-modified']);
  });

  it('replaces what has changed', async () => {
    const { get, clock } = createChain(service);
    service.serve(forAMinute('[1]', '"a"'));
    await get();
    clock.ms += 60_000;
    service.serve(forAMinute('[2]', '"b"'));
    expect(read(await get())).toEqual([2]);
    clock.ms += 60_000;
    expect(read(await get())).toEqual([2]);
    expect(conditions()).toEqual(['"a"', '"b"']);
  });

  it('heeds what a 304 says anew', async () => {
    const { get, clock } = createChain(service);
    service.serve({ headers: { 'cache-control': 'max-age=60', age: '50', etag: '"a"' } });
    await get();
    clock.ms += 10_000;
    service.serve({ headers: { 'cache-control': 'max-age=5', etag: '"a"' } });
    expect((await get()).freshness?.freshUntil).toBe(clock.ms + 5_000);
    clock.ms += 5_000;
    service.serve({ headers: { 'cache-control': 'no-store', etag: '"a"' } });
    expect((await get()).freshness).toMatchObject({ isStorable: false });
  });

  it('asks for the whole answer where a 304 is about another one', async () => {
    const { get } = createChain(service);
    service.serve({ headers: { 'cache-control': 'no-cache', etag: '"a"' } });
    await get();
    service.serve(({ headers }) =>
      headers['if-none-match'] === undefined
        ? { headers: { etag: '"b"' }, body: '[2]' }
        : { status: 304, headers: { etag: '"b"' } },
    );
    expect(read(await get())).toEqual([2]);
    expect(conditions()).toEqual(['"a"', undefined]);
  });

  it('passes failures on, and gives nothing stale instead', async () => {
    const { get, clock } = createChain(service);
    service.serve({ headers: { 'cache-control': 'max-age=60, stale-if-error=600', etag: '"a"' } });
    await get();
    clock.ms += 60_000;
    service.serve({ status: 503 });
    expect(await get()).toMatchObject({ status: 503 });
    const signal = AbortSignal.abort(new FacetError('CANCELED'));
    await expect(get({ signal })).rejects.toMatchObject({ code: 'CANCELED' });
    service.serve({ headers: { 'cache-control': 'max-age=60', etag: '"a"' } });
    expect(await get()).toMatchObject({ status: 200 });
    expect(conditions()).toEqual(['"a"']);
  });

  it('forgets after the time for asking again', async () => {
    const { get, clock } = createChain(service, { revalidateMs: 1_000 });
    service.serve(forAMinute('{}', '"a"'));
    await get();
    clock.ms += 61_000;
    await get();
    expect(conditions()).toEqual([undefined, undefined]);
  });

  it('forgets after an hour, however long it is fresh', async () => {
    const { get, clock } = createChain(service);
    service.serve({ headers: { 'cache-control': 'max-age=31536000', etag: '"a"' } });
    await get();
    clock.ms += 3_600_000;
    await get();
    expect(conditions()).toEqual([undefined, undefined]);
  });
});

describe('createHttpCache, over time', () => {
  it('gives what the service held within the time that it claimed, and after a change never what was before', async () => {
    const seconds = fc.nat(8);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('get' as const), seconds }),
      fc.record({ kind: fc.constant('wait' as const), seconds }),
      fc.record({ kind: fc.constant('change' as const), seconds, isTold: fc.boolean(), isTagged: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { get, clock, stores } = createChain(service, { revalidateMs: 5_000 });
        let current = { id: 0, maxAge: 0, isTagged: true };
        /** By value, when it ends by the service's own words. */
        const goodUntil = new Map<number, number>();
        let toldOf = 0;
        service.serve(() => {
          const { id, maxAge, isTagged } = current;
          goodUntil.set(id, clock.ms + maxAge * 1_000);
          const headers = { 'cache-control': `max-age=${maxAge}`, ...(isTagged ? { etag: `"${id}"` } : {}) };
          return { headers, body: `[${id}]` };
        });
        for (const { seconds, ...taken } of steps) {
          if (taken.kind === 'wait') clock.ms += seconds * 1_000;
          if (taken.kind === 'change') {
            current = { id: current.id + 1, maxAge: seconds, isTagged: taken.isTagged };
            if (!taken.isTold) continue;
            toldOf = current.id;
            await stores.touch(['url:catalog.listProducts']);
          }
          if (taken.kind !== 'get') continue;
          const answer = await get();
          const [id] = read(answer);
          expect(id).toBeGreaterThanOrEqual(toldOf);
          if (id !== current.id) expect(clock.ms).toBeLessThan(goodUntil.get(id) as number);
          expect(answer.freshness?.freshUntil).toBeLessThanOrEqual(goodUntil.get(id) as number);
        }
      }),
      { numRuns: 100 },
    );
  });
});
