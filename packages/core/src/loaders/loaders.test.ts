import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Call } from '../client/call.ts';
import { operation } from '../client/operation.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { createLoaders } from './loaders.ts';
import { row } from './row.ts';

type Spec<Query, Body> = {
  parameters: { query?: Query; path?: never };
  responses: { 200: { content: { 'application/json': Body } } };
};
type Item = { id: string; n: number };
type Group = { parentId: string; items: Item[] };
const list = { in: 'query', style: 'form', explode: false, list: { maxItems: 10 } } as const;
const plain = { in: 'query', style: 'form', explode: true } as const;
const base = { service: 's', method: 'GET', path: '/' } as const;
const listItems = operation<Spec<{ ids?: string[]; q?: string; limit?: number }, { items: Item[] }>>({
  ...base,
  operationId: 'listItems',
  parameters: { ids: list, q: plain, limit: plain },
});
const listGroups = operation<Spec<{ ids?: string[] }, { groups: Group[] }>>({
  ...base,
  operationId: 'listGroups',
  parameters: { ids: list },
});
const getItem = operation<Spec<{ id?: string }, Item>>({ ...base, operationId: 'getItem', parameters: { id: plain } });

const itemById = row(listItems, { keys: 'ids', matchBy: 'id', audience: 'public' });
const itemsById = row(listItems, { keys: 'ids', groupBy: 'id', items: '/items', audience: 'public' });
const groupById = row(listGroups, { keys: 'ids', groupBy: 'parentId', audience: 'public' });
const singleById = row(getItem, { keys: 'id', audience: 'principal' });
const search = row(listItems, { items: '/items', audience: 'public' });

interface Made {
  operationId: string;
  input: Record<string, unknown>;
}

function loadersOver(answer: (made: Made) => unknown) {
  const made: Made[] = [];
  const call = (async ({ operationId }: { operationId: string }, input: Record<string, unknown>) => {
    made.push({ operationId, input });
    return answer({ operationId, input });
  }) as unknown as Call;
  return { made, loaders: createLoaders(call, {} as RequestContext) };
}
const items = ({ input }: Made) => ({ items: (input.ids as string[]).map((id) => ({ id, n: id.length })) });

describe('createLoaders', () => {
  it('asks once for keys of one turn, sorted and without repetitions', async () => {
    const { made, loaders } = loadersOver(items);
    const values = await Promise.all(['b', 'a', 'b'].map((id) => loaders.load(itemById, id)));
    expect(values.map((value) => value?.id)).toEqual(['b', 'a', 'b']);
    expect(made).toEqual([{ operationId: 'listItems', input: { ids: ['a', 'b'] } }]);
  });

  it('gives null for a key without item, an empty list for one without items', async () => {
    const { loaders } = loadersOver(() => ({ items: [] }));
    expect(await loaders.load(itemById, 'a')).toBeNull();
    expect(await loaders.load(itemsById, 'a')).toEqual([]);
  });

  it('matches groups to their parents whatever their order', async () => {
    const { loaders } = loadersOver(() => ({
      groups: [
        { parentId: 'b', items: [{ id: 'x', n: 1 }] },
        { parentId: 'a', items: [] },
      ],
    }));
    const [a, b] = await Promise.all([loaders.load(groupById, 'a'), loaders.load(groupById, 'b')]);
    expect([a?.items.length, b?.items.length]).toEqual([0, 1]);
  });

  it('shares a loader between equal parameters only, whatever their order', async () => {
    const { made, loaders } = loadersOver(items);
    await Promise.all([
      loaders.load(itemById, 'a', { limit: 1, q: 'x' }),
      loaders.load(itemById, 'b', { q: 'x', limit: 1 }),
      loaders.load(itemById, 'c', { q: null, limit: 1 }),
    ]);
    expect(made.map(({ input }) => input.ids)).toEqual([['a', 'b'], ['c']]);
  });

  it('makes one call for equal parameters of a row without keys', async () => {
    const { made, loaders } = loadersOver(() => ({ items: [] }));
    await Promise.all([
      loaders.call(search, { q: 'x' }),
      loaders.call(search, { q: 'x' }),
      loaders.call(search, { q: 'y' }),
    ]);
    expect(made.map(({ input }) => input.q)).toEqual(['x', 'y']);
  });

  it('makes at most ten calls at a time for a row without a list parameter', async () => {
    let running = 0;
    let most = 0;
    const { made, loaders } = loadersOver(async ({ input }) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return { id: input.id, n: 1 };
    });
    const ids = Array.from({ length: 35 }, (_, index) => `k${index}`);
    await Promise.all(ids.map((id) => loaders.load(singleById, id)));
    expect([made.length, most]).toEqual([35, 10]);
  });

  it('fails only the key whose own call failed, and knows no such thing from failure', async () => {
    const { loaders } = loadersOver(({ input }) => {
      if (input.id === 'gone') throw new FacetError('NOT_FOUND');
      if (input.id === 'bad') throw new FacetError('UPSTREAM_TIMEOUT');
      return { id: input.id, n: 1 };
    });
    const settled = await Promise.allSettled(['good', 'gone', 'bad'].map((id) => loaders.load(singleById, id)));
    expect(settled).toEqual([
      { status: 'fulfilled', value: { id: 'good', n: 1 } },
      { status: 'fulfilled', value: null },
      { status: 'rejected', reason: expect.objectContaining({ code: 'UPSTREAM_TIMEOUT' }) },
    ]);
  });

  it.each([
    ['no items', {}],
    ['items that are no list', { items: {} }],
    ['items that are no objects', { items: [null] }],
    ['no object at all', 'nonsense'],
    ['null', null],
  ])('refuses an answer with %s as UPSTREAM_INVALID_RESPONSE', async (_what, answer) => {
    const { loaders } = loadersOver(() => answer);
    await expect(loaders.load(itemById, 'a')).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
  });

  it('refuses load for a row without keys, and call for one with keys', () => {
    const { loaders } = loadersOver(() => ({}));
    expect(() => loaders.load(search as never, 'a')).toThrow('use call instead of load');
    expect(() => loaders.call(itemById as never)).toThrow('use load instead of call');
  });

  it('brings every key its own value, in calls of at most the maximum of the contract', async () => {
    const keys = fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(keys, fc.func(fc.boolean()), async (ids, exists) => {
        const { made, loaders } = loadersOver(({ input }) => ({
          items: (input.ids as string[])
            .filter((id) => exists(id))
            .map((id) => ({ id, n: id.length }))
            .reverse(),
        }));
        const values = await Promise.all(ids.map((id) => loaders.load(itemById, id)));
        expect(values).toEqual(ids.map((id) => (exists(id) ? { id, n: id.length } : null)));
        expect(made.length).toBe(Math.ceil(new Set(ids).size / 10));
        expect(made.every(({ input }) => (input.ids as string[]).length <= 10)).toBe(true);
      }),
    );
  });
});
