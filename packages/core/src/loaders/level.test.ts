import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Call } from '../client/call.ts';
import { operation } from '../client/operation.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { BatchEvent } from '../events.ts';
import { createLoaders } from './loaders.ts';
import { row } from './row.ts';

type Item = { id: string; a: string; b: string; c: string };
type Spec = {
  parameters: { query?: { ids?: string[]; fields?: string[] }; path?: never };
  responses: { 200: { content: { 'application/json': { items: Item[] } } } };
};
const names = ['id', 'a', 'b', 'c'];
const list = { in: 'query', style: 'form', explode: false } as const;
const listItems = operation<Spec>({
  service: 's',
  operationId: 'listItems',
  method: 'GET',
  path: '/',
  parameters: { ids: { ...list, list: { maxItems: 10 } }, fields: { ...list, list: { maxItems: 3, values: names } } },
  fields: 'fields',
});
const itemById = row(listItems, { keys: 'ids', matchBy: 'id', audience: 'public' });
const search = row(listItems, { audience: 'public' });

interface Input {
  readonly ids?: string[];
  readonly fields?: string[];
}

/** Has every item but those that begin with `no`; `answer` may hold an answer back. */
function loadersOver(answer: (input: Input) => Promise<void> | void = () => undefined) {
  const made: Input[] = [];
  const events: BatchEvent[] = [];
  const call = (async (_operation: unknown, input: Input) => {
    made.push(input);
    await answer(input);
    const found = (input.ids ?? ['whole']).filter((id) => !id.startsWith('no'));
    const columns = input.fields ?? names;
    return { items: found.map((id) => Object.fromEntries(columns.map((name) => [name, `${id}.${name}`]))) };
  }) as unknown as Call;
  const idOf = (item: Record<string, string>) => ({ ...item, id: item.id?.slice(0, -3) ?? '' });
  const answering = (async (...given: Parameters<Call>) => {
    const { items } = (await call(...given)) as { items: Record<string, string>[] };
    return { items: items.map(idOf) };
  }) as unknown as Call;
  const loaders = createLoaders(answering, {} as RequestContext, { batch: (event) => void events.push(event) });
  return { made, events, loaders };
}

describe('loadLevel', () => {
  it('joins the levels and loads of one turn to one call', async () => {
    const { made, events, loaders } = loadersOver();
    const [first, second, third] = await Promise.all([
      loaders.loadLevel(itemById, ['b', 'a'], {}),
      loaders.loadLevel(itemById, ['c', 'a'], {}),
      loaders.load(itemById, 'd'),
    ]);
    expect(made).toEqual([{ ids: ['a', 'b', 'c', 'd'] }]);
    expect(first.map((item) => (item as Item).id)).toEqual(['b', 'a']);
    expect(second.map((item) => (item as Item).id)).toEqual(['c', 'a']);
    expect(third?.id).toBe('d');
    expect(events).toEqual([expect.objectContaining({ keys: 4, calls: 1, reason: 'fits', levels: 3 })]);
  });

  it('is no promise where every key is known, and makes no call', async () => {
    const { made, loaders } = loadersOver();
    await loaders.loadLevel(itemById, ['a', 'no'], {});
    expect(loaders.loadLevel(itemById, ['no', 'a'], {})).toEqual([null, expect.objectContaining({ id: 'a' })]);
    expect(made).toHaveLength(1);
  });

  it('waits for keys under way, and for no others', async () => {
    const slow = Promise.withResolvers<void>();
    const { made, loaders } = loadersOver((input) => (input.ids?.includes('a') ? slow.promise : undefined));
    const first = loaders.loadLevel(itemById, ['a'], {});
    await new Promise(setImmediate);
    const both = loaders.loadLevel(itemById, ['a', 'b'], {});
    const other = loaders.loadLevel(itemById, ['b'], {});
    expect(await other).toEqual([expect.objectContaining({ id: 'b' })]);
    slow.resolve();
    expect((await both).map((item) => (item as Item).id)).toEqual(['a', 'b']);
    await first;
    expect(made).toEqual([{ ids: ['a'] }, { ids: ['b'] }]);
  });

  it('asks for the columns that are read, and those that items are matched by', async () => {
    const { made, loaders } = loadersOver();
    await Promise.all([
      loaders.loadLevel(itemById, ['a'], {}, ['b']),
      loaders.loadLevel(itemById, ['b'], {}, ['a', 'b']),
    ]);
    expect(made).toEqual([{ ids: ['a', 'b'], fields: ['a', 'b', 'id'] }]);
  });

  it('asks for all columns where the parameter has no room or no such name', async () => {
    const { made, loaders } = loadersOver();
    await loaders.loadLevel(itemById, ['a'], {}, ['a', 'b', 'c']);
    await loaders.loadLevel(itemById, ['b'], {}, ['unheard']);
    expect(made).toEqual([{ ids: ['a'] }, { ids: ['b'] }]);
  });

  it('loads a key again, with the union, when more columns are read', async () => {
    const { made, loaders } = loadersOver();
    await loaders.loadLevel(itemById, ['a', 'no'], {}, ['a']);
    const [item, missing] = await loaders.loadLevel(itemById, ['a', 'no'], {}, ['b']);
    expect(item).toEqual({ id: 'a', a: 'a.a', b: 'a.b' });
    expect(missing).toBeNull();
    expect(loaders.loadLevel(itemById, ['a'], {}, ['a'])).toEqual([item]);
    expect(made.slice(1)).toEqual([{ ids: ['a'], fields: ['a', 'b', 'id'] }]);
  });

  it('joins the columns of calls of a row without keys', async () => {
    const { made, loaders } = loadersOver();
    await Promise.all([loaders.call(search, {}, ['a']), loaders.call(search, {}, ['b'])]);
    await loaders.call(search, {}, ['a']);
    expect(made).toEqual([{ fields: ['a', 'b'] }]);
  });

  it('asks for an id where nothing of the items is read', async () => {
    const { made, loaders } = loadersOver();
    await loaders.call(search, {}, []);
    expect(made).toEqual([{ fields: ['id'] }]);
  });

  it('never rejects: a failed key is a FacetError in its place, and stays one', async () => {
    const { made, loaders } = loadersOver(() => {
      throw new FacetError('UPSTREAM_TIMEOUT');
    });
    const [first] = await loaders.loadLevel(itemById, ['a'], {});
    expect(first).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(loaders.loadLevel(itemById, ['a'], {}, ['a'])).toEqual([first]);
    expect(made).toHaveLength(1);
  });

  it('loads again what was forgotten', async () => {
    const { made, loaders } = loadersOver();
    await loaders.loadLevel(itemById, ['a', 'b'], {});
    void loaders.forget([{ row: itemById, keys: ['a'] }]);
    await loaders.loadLevel(itemById, ['a', 'b'], {});
    await loaders.call(search);
    void loaders.forget([{ row: search }]);
    await loaders.call(search);
    expect(made).toEqual([{ ids: ['a', 'b'] }, { ids: ['a'] }, {}, {}]);
  });

  it('takes a number and its text for one key', async () => {
    const { made, loaders } = loadersOver();
    await Promise.all([loaders.loadLevel(itemById, [7 as never], {}), loaders.loadLevel(itemById, ['7'], {})]);
    expect(made).toEqual([{ ids: [7] }].map(({ ids }) => ({ ids: ids as unknown as string[] })));
  });

  it('gives every level what it reads, however levels meet', async () => {
    const level = fc.record({
      keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'no1', 'no2'), { minLength: 1 }),
      columns: fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), { nil: undefined }),
      turns: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(level, { maxLength: 12 }), fc.scheduler(), async (levels, scheduler) => {
        const { loaders } = loadersOver(() => scheduler.schedule(Promise.resolve()));
        const outcomes = levels.map(async ({ keys, columns, turns }) => {
          for (let turn = 0; turn < turns; turn += 1) await scheduler.schedule(Promise.resolve());
          const values = await loaders.loadLevel(itemById, keys, {}, columns);
          for (const [index, key] of keys.entries()) {
            const read = Object.fromEntries((columns ?? names).map((name) => [name, `${key}.${name}`]));
            const expected = key.startsWith('no') ? null : expect.objectContaining({ ...read, id: key });
            expect(values[index]).toEqual(expected);
          }
        });
        await scheduler.waitFor(Promise.all(outcomes));
      }),
    );
  });
});
