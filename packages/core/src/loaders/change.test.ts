import { describe, expect, it } from '@jest/globals';
import type { Call } from '../client/call.ts';
import { operation } from '../client/operation.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { change } from './change.ts';
import { command } from './command.ts';
import { createLoaders, type ResolverContext } from './loaders.ts';
import { row } from './row.ts';
import type { RowCache, RowChange } from './row-cache.ts';

type Cart = { id: string; count: number };
type ListSpec = {
  parameters: { query?: { ids?: string[]; limit?: number } };
  responses: { 200: { content: { 'application/json': { items: Cart[] } } } };
};
type AddSpec = {
  parameters: { path: { cartId: string } };
  requestBody: { content: { 'application/json': { quantity: number } } };
  responses: { 200: { content: { 'application/json': Cart } } };
};
const listCarts = operation<ListSpec>({
  service: 'carts',
  operationId: 'listCarts',
  method: 'GET',
  path: '/carts',
  parameters: {
    ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
    limit: { in: 'query', style: 'form', explode: true },
  },
});
const addItem = operation<AddSpec>({
  service: 'carts',
  operationId: 'addItem',
  method: 'POST',
  path: '/carts/{cartId}/items',
  parameters: {
    cartId: { in: 'path', style: 'simple', explode: false, required: true },
    'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
  },
});
const cartById = row(listCarts, { keys: 'ids', matchBy: 'id', audience: 'principal' });
const addCartItem = command(addItem, {
  outcomes: ['FULL'],
  changes: [{ row: cartById, keysOf: ({ cartId }) => [cartId] }],
  timeoutMs: 900,
});
const field = change(addCartItem, (args: { quantity: number }, cartId) => ({
  cartId,
  body: { quantity: args.quantity },
}));
const path = { key: 'addToCart', prev: undefined };

/** A service that keeps one cart, and refuses as told. */
function contextOver(refuse?: FacetError, account: string | null = 'c1', rowCache?: RowCache) {
  const made: {
    operationId: string;
    input: Record<string, unknown>;
    options: { audience: string; timeoutMs?: number };
  }[] = [];
  let count = 0;
  const call = (async ({ operationId }: { operationId: string }, input: Record<string, unknown>, options: never) => {
    made.push({ operationId, input, options });
    if (operationId === 'listCarts') return { items: [{ id: 'c1', count }] };
    if (refuse !== undefined) throw refuse;
    count += (input.body as { quantity: number }).quantity;
    return { id: 'c1', count };
  }) as unknown as Call;
  const request = { idempotencyKey: 'key-1', principal: { account } } as RequestContext;
  const context: ResolverContext = { ...request, loaders: createLoaders(call, request, undefined, rowCache) };
  return { context, made };
}
const problem = (code: string) => new FacetError('CONFLICT', { cause: { status: 409, problem: { code, left: 3 } } });

describe('change', () => {
  it("sends the command with the caller's token, its own time and a key of the response path", async () => {
    const { context, made } = contextOver();
    expect(await field.resolve({}, { quantity: 2 }, context, { path })).toEqual({
      kind: 'done',
      value: { id: 'c1', count: 2 },
    });
    expect(made).toEqual([
      {
        operationId: 'addItem',
        input: { cartId: 'c1', body: { quantity: 2 }, 'Idempotency-Key': 'key-1:addToCart:addItem' },
        options: { context: expect.anything(), audience: 'principal', timeoutMs: 900 },
      },
    ]);
  });

  it('makes the answer read its own write, with every set of parameters', async () => {
    const { context } = contextOver();
    const read = () =>
      Promise.all([context.loaders.load(cartById, 'c1'), context.loaders.load(cartById, 'c1', { limit: 1 })]);
    const counts = async () => (await read()).map((cart) => cart?.count);
    expect(await counts()).toEqual([0, 0]);
    await field.resolve({}, { quantity: 2 }, context, { path });
    expect(await counts()).toEqual([2, 2]);
  });

  it('keeps what it does not change', async () => {
    const { context, made } = contextOver();
    await context.loaders.load(cartById, 'c2');
    await field.resolve({}, { quantity: 2 }, context, { path });
    await context.loaders.load(cartById, 'c2');
    expect(made.map(({ operationId }) => operationId)).toEqual(['listCarts', 'addItem']);
  });

  it('gives a named problem as an outcome, and forgets all the same', async () => {
    const { context, made } = contextOver(problem('FULL'));
    await context.loaders.load(cartById, 'c1');
    const outcome = await field.resolve({}, { quantity: 2 }, context, { path });
    expect(outcome).toEqual({ kind: 'refused', problem: { code: 'FULL', left: 3 } });
    await context.loaders.load(cartById, 'c1');
    expect(made.map(({ operationId }) => operationId)).toEqual(['listCarts', 'addItem', 'listCarts']);
  });

  it('refuses who is no signed-in person before any call', async () => {
    const { context, made } = contextOver(undefined, null);
    await expect(field.resolve({}, { quantity: 2 }, context, { path })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(made).toEqual([]);
  });

  it('throws any other problem', async () => {
    const { context } = contextOver(problem('ELSE'));
    await expect(field.resolve({}, { quantity: 2 }, context, { path })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('has another key for another place, and one of at most 255 characters for a long one', async () => {
    const { context, made } = contextOver();
    const keyAt = async (key: string) => {
      await field.resolve({}, { quantity: 1 }, context, { path: { key, prev: undefined } });
      return String(made.at(-1)?.input['Idempotency-Key']);
    };
    expect(await keyAt('second')).toBe('key-1:second:addItem');
    const [long, longer] = [await keyAt('x'.repeat(300)), await keyAt('x'.repeat(301))];
    expect([long.length <= 255, longer.length <= 255, long === longer]).toEqual([true, true, false]);
    expect(await keyAt('x'.repeat(300))).toBe(long);
  });
});

/** Forgets when told to. */
function recordingCache() {
  const changes: RowChange[] = [];
  const forgotten = Promise.withResolvers<void>();
  const cache: RowCache = {
    read: ({ keys }) => ({ known: keys.map(() => undefined) }),
    forget: (given) => {
      changes.push(...given);
      return forgotten.promise;
    },
  };
  return { cache, changes, forgotten };
}

describe('change over a row cache', () => {
  it.each([
    ['done', undefined],
    ['refused', problem('FULL')],
    ['failed', problem('ELSE')],
    ['lost', new FacetError('UPSTREAM_TIMEOUT')],
  ])('waits until it has forgotten what the command changes, %s', async (_how, refuse) => {
    const { cache, changes, forgotten } = recordingCache();
    const { context } = contextOver(refuse, 'c1', cache);
    let isSettled = false;
    const ended = Promise.allSettled([field.resolve({}, { quantity: 2 }, context, { path })]).finally(() => {
      isSettled = true;
    });
    await new Promise(setImmediate);
    expect([changes, isSettled]).toEqual([[{ row: cartById, keys: ['c1'] }], false]);
    forgotten.resolve();
    await ended;
  });

  it('forgets the whole row where no value says which keys', async () => {
    const keysOf = (_input: unknown, value: Cart | undefined) => value && [value.id];
    const byValue = change(command(addItem, { outcomes: ['FULL'], changes: [{ row: cartById, keysOf }] }), () => ({
      cartId: 'c1',
      body: { quantity: 1 },
    }));
    for (const [refuse, keys] of [[undefined, ['c1']], [problem('FULL')]] as const) {
      const { cache, changes, forgotten } = recordingCache();
      forgotten.resolve();
      await byValue.resolve({}, {}, contextOver(refuse, 'c1', cache).context, { path });
      expect(changes).toEqual([{ row: cartById, keys }]);
    }
  });

  it('forgets the whole row where an answer has another shape', async () => {
    const { cache, changes, forgotten } = recordingCache();
    forgotten.resolve();
    const keysOf = (_input: unknown, value: unknown) => (value as { lines: string[] }).lines.map(String);
    const odd = change(command(addItem, { changes: [{ row: cartById, keysOf }] }), () => ({
      cartId: 'c1',
      body: { quantity: 1 },
    }));
    expect(await odd.resolve({}, {}, contextOver(undefined, 'c1', cache).context, { path })).toMatchObject({
      kind: 'done',
    });
    expect(changes).toEqual([{ row: cartById }]);
  });

  it('has nothing to forget before any call', async () => {
    const { cache, changes } = recordingCache();
    const { context } = contextOver(undefined, null, cache);
    await expect(field.resolve({}, { quantity: 2 }, context, { path })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(changes).toEqual([]);
  });
});

describe('command', () => {
  it('refuses an operation that changes nothing', () => {
    expect(() => command(listCarts, { changes: [] })).toThrow(
      'command(carts.listCarts): GET changes nothing, use a row.',
    );
  });
});
