import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Call } from '../client/call.ts';
import type { Operation } from '../client/operation.ts';
import { operation } from '../client/operation.ts';
import { toRequestTarget } from '../client/request-target.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { BatchEvent } from '../events.ts';
import { createLoaders } from './loaders.ts';
import { row } from './row.ts';

type Item = { id: string };
type Spec = {
  parameters: { query?: { ids?: string[]; shelf?: string; tags?: string[] }; path: { shop: string } };
  responses: { 200: { content: { 'application/json': { items: Item[] } } } };
};
const plain = { in: 'query', style: 'form', explode: true } as const;
const listThings = operation<Spec>({
  service: 's',
  operationId: 'listThings',
  method: 'GET',
  path: '/{shop}/things',
  parameters: {
    ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 50 } },
    shelf: plain,
    tags: { ...plain, list: {} },
    shop: { in: 'path', style: 'simple', explode: false, required: true },
  },
});
const queryThings = {
  postVariant: { operationId: 'queryThings', path: '/{shop}/things/query', lists: { ids: { maxItems: 120 } } },
};
const options = { keys: 'ids', matchBy: 'id', audience: 'public' } as const;
const thingById = row(listThings, options);
const postedById = row(operation<Spec>({ ...listThings, ...queryThings }), options);
const shop = { shop: 'a' };

interface Made {
  readonly operation: Operation;
  readonly input: Record<string, unknown>;
}

/** Answers with every thing, unless `fail` says otherwise. */
function loadersOver(fail: (ids: readonly string[]) => FacetError | undefined = () => undefined) {
  const made: Made[] = [];
  const events: BatchEvent[] = [];
  const call = (async (asked: Operation, input: Made['input']) => {
    made.push({ operation: asked, input });
    const { ids } = (asked.method === 'POST' ? input.body : input) as { ids: string[] };
    const error = fail(ids);
    if (error !== undefined) throw error;
    return { items: ids.map((id) => ({ id })) };
  }) as unknown as Call;
  return {
    made,
    events,
    loaders: createLoaders(call, {} as RequestContext, { batch: (event) => void events.push(event) }),
  };
}

const keysOf = (count: number, length = 4) => Array.from({ length: count }, (_, n) => `${n}`.padStart(length, 'k'));
const crash = () => new FacetError('UPSTREAM_UNAVAILABLE', { cause: { status: 500 } });
const poisonedBy =
  (bad: readonly string[], error = crash) =>
  (ids: readonly string[]) =>
    ids.some((id) => bad.includes(id)) ? error() : undefined;
const codesOf = (values: readonly unknown[]) => values.map((value) => (value as Partial<FacetError>).code);

describe('planBatch', () => {
  it('cuts keys in lots of the maximum of the contract', async () => {
    const { made, events, loaders } = loadersOver();
    const values = await loaders.loadLevel(thingById, keysOf(120), shop);
    expect(values.map((value) => (value as Item).id)).toEqual(keysOf(120));
    expect(made.map(({ input }) => (input.ids as string[]).length)).toEqual([50, 50, 20]);
    expect(events).toEqual([expect.objectContaining({ keys: 120, calls: 3, reason: 'count', levels: 1 })]);
  });

  it('keeps every URL within 8,000 bytes and loses no key, whatever keys there are', async () => {
    const key = fc.oneof(fc.string({ maxLength: 900, unit: 'binary' }), fc.stringMatching(/^[a-z]{0,900}$/));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(key, { minLength: 1, maxLength: 50 }), async (keys) => {
        const { made, loaders } = loadersOver();
        const values = await loaders.loadLevel(thingById, keys, { ...shop, shelf: 'ä/ö' });
        expect(values.map((value) => (value as Item).id)).toEqual(keys);
        for (const { operation: asked, input } of made) {
          const isShort = toRequestTarget(asked, input).path.length <= 8_000;
          expect(isShort || (input.ids as string[]).length === 1).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('fills a URL before it begins another', async () => {
    const { made, events, loaders } = loadersOver();
    await loaders.loadLevel(thingById, keysOf(50, 300), shop);
    expect(made.map(({ input }) => (input.ids as string[]).length)).toEqual([26, 24]);
    expect(events[0]).toMatchObject({ calls: 2, reason: 'bytes' });
  });

  it('posts what one GET cannot carry, with the query in the body and the path as it was', async () => {
    const { made, events, loaders } = loadersOver();
    const params = { ...shop, shelf: 'x', tags: ['t'] };
    await loaders.loadLevel(postedById, keysOf(110), params);
    expect(made).toEqual([
      {
        operation: expect.objectContaining({ operationId: 'queryThings', method: 'POST' }),
        input: { shop: 'a', body: { ids: keysOf(110).sort(), shelf: 'x', tags: ['t'] } },
      },
    ]);
    expect(toRequestTarget(made[0]?.operation as Operation, made[0]?.input ?? {})).toMatchObject({
      path: '/a/things/query',
    });
    expect(events[0]).toMatchObject({ calls: 1, reason: 'post' });
  });

  it('posts when a URL would be too long, in lots of the maximum of the POST', async () => {
    const { made, loaders } = loadersOver();
    await loaders.loadLevel(postedById, keysOf(40, 300), shop);
    await loaders.loadLevel(postedById, keysOf(130), shop);
    expect(made.map(({ operation: { method } }) => method)).toEqual(['POST', 'POST', 'POST']);
  });

  it('gets what one GET can carry', async () => {
    const { made, loaders } = loadersOver();
    await loaders.loadLevel(postedById, keysOf(50), shop);
    expect(made.map(({ operation: { method } }) => method)).toEqual(['GET']);
  });
});

describe('loadBatch', () => {
  it.each(keysOf(50).map((bad) => [bad]))(
    'finds the one of 50 keys that fails, %s, in 12 further calls',
    async (bad) => {
      const { made, events, loaders } = loadersOver(poisonedBy([bad]));
      const keys = keysOf(50);
      const values = await loaders.loadLevel(thingById, keys, shop);
      expect(codesOf(values)).toEqual(keys.map((key) => (key === bad ? 'UPSTREAM_UNAVAILABLE' : undefined)));
      expect(made.length).toBeLessThanOrEqual(13);
      expect(events).toEqual([expect.objectContaining({ calls: made.length, reason: 'bisection' })]);
    },
  );

  it('finds up to three that fail, wherever they are', async () => {
    const keys = keysOf(50);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 3 }), async (bad) => {
        const { made, loaders } = loadersOver(poisonedBy(bad));
        const values = await loaders.loadLevel(thingById, keys, shop);
        expect(keys.filter((_key, index) => values[index] instanceof FacetError)).toEqual(
          keys.filter((key) => bad.includes(key)),
        );
        expect(made.length).toBeLessThanOrEqual(1 + 12 * bad.length);
      }),
    );
  });

  it('leaves a service in peace that fails for everything', async () => {
    const { made, loaders } = loadersOver(crash);
    const values = await loaders.loadLevel(thingById, keysOf(50), shop);
    expect(new Set(codesOf(values))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
    expect(made.length).toBeLessThanOrEqual(13);
  });

  it('shares the number of further calls among the lots of a batch', async () => {
    const { made, loaders } = loadersOver(crash);
    await loaders.loadLevel(thingById, keysOf(1_000), shop);
    expect(made.length).toBeLessThanOrEqual(20 + 20);
  });

  it.each(['BAD_USER_INPUT', 'UPSTREAM_INVALID_RESPONSE'] as const)('looks for the key behind %s', async (code) => {
    const { loaders } = loadersOver(poisonedBy(['kkk3'], () => new FacetError(code)));
    expect(codesOf(await loaders.loadLevel(thingById, keysOf(5), shop)).filter(Boolean)).toEqual([code]);
  });

  it('takes 404 for one key for a thing that is not there', async () => {
    const { loaders } = loadersOver(poisonedBy(['kkk3'], () => new FacetError('NOT_FOUND')));
    const values = await loaders.loadLevel(thingById, keysOf(5), shop);
    expect(values.map((value) => value === null)).toEqual([false, false, false, true, false]);
  });

  it.each([
    ['a refused connection', new FacetError('UPSTREAM_UNAVAILABLE', { cause: new Error('ECONNREFUSED') })],
    ['503', new FacetError('UPSTREAM_UNAVAILABLE', { cause: { status: 503 } })],
    ['429', new FacetError('UPSTREAM_UNAVAILABLE', { cause: { status: 429 } })],
    ['a timeout', new FacetError('UPSTREAM_TIMEOUT')],
    ['the deadline', new FacetError('DEADLINE_EXCEEDED')],
    ['a caller who left', new FacetError('CANCELED')],
    ['a refusal of who asks', new FacetError('UNAUTHENTICATED')],
  ])('makes no further call after %s', async (_what, error) => {
    const { made, loaders } = loadersOver(() => error);
    const values = await loaders.loadLevel(thingById, keysOf(50), shop);
    expect(new Set(codesOf(values))).toEqual(new Set([error.code]));
    expect(made).toHaveLength(1);
  });

  it('stops looking when the service goes away meanwhile', async () => {
    let calls = 0;
    const { made, loaders } = loadersOver(() => {
      calls += 1;
      return calls < 3 ? crash() : new FacetError('UPSTREAM_TIMEOUT');
    });
    await loaders.loadLevel(thingById, keysOf(50), shop);
    expect(made.length).toBeLessThanOrEqual(5);
  });

  it('blames nobody but the code for an operation that cannot be asked', async () => {
    const { loaders } = loadersOver(() => {
      throw new TypeError('no origin');
    });
    expect(codesOf(await loaders.loadLevel(thingById, ['a'], shop))).toEqual(['INTERNAL_SERVER_ERROR']);
  });
});
