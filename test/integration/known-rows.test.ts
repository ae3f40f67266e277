/** What a service says may be used again is not asked for again, and never used for longer or after a change. */
import type { ResolverContext } from '@facet/core';
import { operation, row } from '@facet/core/data';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { type RecordingService, startRecordingService } from '../support/recording-service.ts';
import { startWorkBff, type WorkBff } from '../support/work-bff.ts';

type Item = { id: string; count: number };
type Spec = {
  parameters: { query?: { ids?: string[]; fields?: string[]; shelf?: string } };
  responses: { 200: { content: { 'application/json': { items: Item[] } } } };
};
const list = { in: 'query', style: 'form', explode: false } as const;
const listItems = operation<Spec>({
  service: 'items',
  operationId: 'listItems',
  method: 'GET',
  path: '/items',
  parameters: { ids: { ...list, list: { maxItems: 50 } }, fields: { ...list, list: {} }, shelf: list },
  fields: 'fields',
});
const itemById = row(listItems, { keys: 'ids', matchBy: 'id', audience: 'public' });

/** Counts of items; there is none of what begins with `no`. */
const counts = new Map<string, number>();
let cacheControl = '';
let service: RecordingService;
let bff: WorkBff;

/** Time passes when a test says so. */
const start = Date.parse('2030-01-01T00:00:00Z');
const wait = (ms: number) => jest.setSystemTime(Date.now() + ms);
const untouched = [
  'nextTick',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
] as const;

beforeEach(async () => {
  jest.useFakeTimers({ now: start, doNotFake: [...untouched, 'setTimeout', 'clearTimeout', 'hrtime', 'performance'] });
  counts.clear();
  cacheControl = 'public, max-age=60';
  service = await startRecordingService(({ query }) => ({
    send: (response) => {
      const ids = (query.ids ?? '').split(',').filter((id) => !id.startsWith('no'));
      const items = ids.map((id) => ({ id, count: counts.get(id) ?? 0 }));
      response.setHeader('date', new Date(Date.now()).toUTCString());
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': cacheControl });
      response.end(JSON.stringify({ items }));
    },
  }));
  bff = await startWorkBff({ services: { items: { origin: service.origin } } });
});
afterEach(async () => {
  jest.useRealTimers();
  await bff.close();
  await service.close();
});

/** The counts that a new request is given. */
const load = (keys: readonly string[], params: object = {}, columns?: readonly string[]) =>
  bff.inRequest(async ({ loaders }) => {
    const values = await loaders.loadLevel(itemById, keys, params, columns);
    return values.map((value) => (value as Item | null)?.count ?? null);
  });
const forget = (keys?: readonly string[]) =>
  bff.inRequest(async ({ loaders }: ResolverContext) => loaders.forget([{ row: itemById, keys }]));
const asked = () => service.calls.splice(0).map(({ query }) => query.ids);

describe('rows that are known', () => {
  it('are not asked for again: of ten keys with seven known, three are', async () => {
    const keys = [...'abcdefghij'];
    await load(keys.slice(0, 7));
    expect(await load(keys)).toEqual(keys.map(() => 0));
    expect(await load(keys.reverse())).toEqual(keys.map(() => 0));
    expect(asked()).toEqual(['a,b,c,d,e,f,g', 'h,i,j']);
  });

  it('are asked for again when more of them is read, and not when less is', async () => {
    await load(['a'], {}, ['count']);
    await load(['a'], {}, ['id']);
    await load(['a']);
    await load(['a'], {}, ['other']);
    expect(service.calls.map(({ query }) => query.fields)).toEqual(['count,id', undefined]);
  });

  it('are so until the answer is no longer fresh, those that are missing too', async () => {
    await load(['a', 'none']);
    wait(59_000);
    expect(await load(['none'])).toEqual([null]);
    expect(asked()).toEqual(['a,none']);
    wait(1_000);
    await load(['none', 'a']);
    expect(asked()).toEqual(['a,none']);
  });

  it.each(['no-store', 'private, max-age=60', 'no-cache', 'public'])(
    'are none where the service says %s',
    async (said) => {
      cacheControl = said;
      await load(['a', 'b']);
      await load(['a']);
      expect(asked()).toEqual(['a,b', 'a']);
    },
  );

  it('are what they are now, after a change', async () => {
    await load(['a', 'b']);
    for (const key of ['a', 'b']) counts.set(key, 1);
    await forget(['a']);
    expect(await load(['a', 'b'])).toEqual([1, 0]);
    await forget();
    expect(await load(['a', 'b'])).toEqual([1, 1]);
    expect(asked()).toEqual(['a,b', 'a', 'a,b']);
  });

  it('never were others than the service held while they were fresh, nor what a change replaced', async () => {
    const key = fc.constantFrom('a', 'b', 'c', 'no');
    const step = fc.oneof(
      fc.record({
        load: fc.uniqueArray(key, { minLength: 1 }),
        columns: fc.constantFrom(undefined, ['id'], ['count']),
      }),
      fc.record({ set: key, isCommand: fc.boolean() }),
      fc.record({ waitMs: fc.constantFrom(1_000, 20_000, 45_000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
        await forget();
        counts.clear();
        const heldUntil = new Map<string, number>();
        const changedTo = new Map<string, number>();
        for (const each of steps) {
          if ('waitMs' in each) wait(each.waitMs);
          if ('set' in each) {
            const next = (counts.get(each.set) ?? 0) + 1;
            heldUntil.set(`${each.set} ${next - 1}`, Date.now());
            counts.set(each.set, next);
            if (each.isCommand) await forget([each.set]);
            if (each.isCommand) changedTo.set(each.set, next);
          }
          if (!('load' in each)) continue;
          const seen = await load(each.load, {}, each.columns);
          for (const [index, id] of each.load.entries()) {
            const count = seen[index];
            if (id.startsWith('no')) expect(count).toBeNull();
            else expect((heldUntil.get(`${id} ${count}`) ?? Date.now()) + 60_000).toBeGreaterThanOrEqual(Date.now());
            expect(count ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(changedTo.get(id) ?? 0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
