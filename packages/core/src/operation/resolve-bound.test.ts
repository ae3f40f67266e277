import { describe, expect, it } from '@jest/globals';
import { GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import type { Call } from '../client/call.ts';
import { operation } from '../client/operation.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { type Field, load } from '../loaders/fields.ts';
import { createLoaders, type Loaders } from '../loaders/loaders.ts';
import { row } from '../loaders/row.ts';
import { execute } from './execute.ts';

interface Item {
  readonly id: string;
  readonly next: string | null;
}
type Spec = {
  parameters: { query?: { ids?: string[] } };
  responses: { 200: { content: { 'application/json': { items: Item[] } } } };
};
const ids = { in: 'query', style: 'form', explode: false, list: { maxItems: 50 } } as const;
const of = (operationId: string) =>
  operation<Spec>({ service: 's', operationId, method: 'GET', path: '/', parameters: { ids } });
const itemById = row(of('items'), { keys: 'ids', matchBy: 'id', audience: 'public' });
const slowById = row(of('slow'), { keys: 'ids', matchBy: 'id', audience: 'public' });

const keyOf = ({ next }: Item): string | null => {
  if (next === 'thrown') throw new FacetError('NOT_FOUND');
  return next;
};
// biome-ignore lint/suspicious/noExplicitAny: bindings of parents that the schema knows
const bound = (type: GraphQLObjectType, field: Field<any, any, any>) => ({ type, ...field }) as never;

const wrapped = load(itemById, 'next' as never);
const item: GraphQLObjectType = new GraphQLObjectType({
  name: 'Item',
  fields: () => ({
    id: { type: GraphQLString },
    next: bound(item, load(itemById, keyOf)),
    again: bound(item, load(itemById, 'next' as never)),
    slow: bound(item, load(slowById, 'next' as never)),
    wrapped: {
      type: item,
      ...wrapped,
      resolve: async (...given: unknown[]) => ({
        ...(await (wrapped.resolve as (...all: unknown[]) => Promise<Item>)(...given)),
        id: 'wrapped',
      }),
    } as never,
  }),
});
const query = new GraphQLObjectType({ name: 'Query', fields: { items: { type: new GraphQLList(item) } } });
const schema = new GraphQLSchema({ query });

/** Item `a1` is followed by `a2`, and so on. */
const itemOf = (id: string): Item => ({ id, next: id.replace(/\d+/, (number) => `${Number(number) + 1}`) });

function asking(isSlow: (operationId: string) => Promise<void> | undefined = () => undefined) {
  const calls: string[] = [];
  const call = (async (asked: { operationId: string }, input: { ids: string[] }) => {
    calls.push(`${asked.operationId} ${input.ids}`);
    await isSlow(asked.operationId);
    return { items: input.ids.map(itemOf) };
  }) as unknown as Call;
  const loaders = createLoaders(call, {} as RequestContext);
  const ask = async (text: string, next: (string | null)[], contextValue: object = { loaders }) => {
    const items = next.map((key, index) => ({ id: `${index}`, next: key }));
    return execute({ schema, document: parse(text), rootValue: { items }, contextValue });
  };
  return { calls, ask, loaders };
}

const idsOf = (data: unknown, field: string) =>
  (data as { items: Record<string, { id: string } | null>[] }).items.map((one) => one[field]?.id);

describe('a bound field', () => {
  it('asks for each key of its level once, and for none that is null', async () => {
    const { calls, ask } = asking();
    const { data, errors } = await ask('{ items { next { id } } }', ['b1', null, 'a1', 'b1']);
    expect(idsOf(data, 'next')).toEqual(['b1', undefined, 'a1', 'b1']);
    expect([errors, calls]).toEqual([undefined, ['items a1,b1']]);
  });

  it('has an error where a key cannot be read, and the values of the others', async () => {
    const { calls, ask } = asking();
    const { data, errors } = await ask('{ items { next { id } } }', ['a1', 'thrown', 'b1']);
    expect(idsOf(data, 'next')).toEqual(['a1', undefined, 'b1']);
    expect(errors).toMatchObject([{ path: ['items', 1, 'next'], originalError: { code: 'NOT_FOUND' } }]);
    expect(calls).toEqual(['items a1,b1']);
  });

  it('makes no call for a level without keys', async () => {
    const { calls, ask } = asking();
    expect(idsOf((await ask('{ items { next { id } } }', [null, null])).data, 'next')).toEqual([undefined, undefined]);
    expect(calls).toEqual([]);
  });

  it('shares a call with the other field of its level that loads the same row', async () => {
    const { calls, ask } = asking();
    const { data } = await ask('{ items { next { id } again { id } } }', ['a1', 'b1']);
    expect([idsOf(data, 'next'), idsOf(data, 'again')]).toEqual(Array(2).fill(['a1', 'b1']));
    expect(calls).toEqual(['items a1,b1']);
  });

  it('is answered at once where every value is known already', async () => {
    const { calls, ask, loaders } = asking();
    await loaders.loadLevel(itemById, ['a1', 'b1'], {});
    const items = ['b1', 'a1'].map((next) => ({ id: next, next }));
    const document = parse('{ items { next { id } } }');
    const result = execute({ schema, document, rootValue: { items }, contextValue: { loaders } });
    expect(idsOf((result as { data: unknown }).data, 'next')).toEqual(['b1', 'a1']);
    expect(calls).toHaveLength(1);
    await ask('{ items { next { id } } }', ['a1']);
    expect(calls).toHaveLength(1);
  });

  it('does not let the children of its sibling wait for it', async () => {
    const slow = Promise.withResolvers<void>();
    const { calls, ask } = asking((operationId) => (operationId === 'slow' ? slow.promise : undefined));
    const answer = ask('{ items { slow { next { id } } next { next { next { id } } } } }', ['a1', 'b1']);
    while (calls.length < 4) await new Promise(setImmediate);
    expect(calls).toEqual(['slow a1,b1', 'items a1,b1', 'items a2,b2', 'items a3,b3']);
    slow.resolve();
    const { data } = await answer;
    // What the sibling's children brought meanwhile is known by now.
    expect(calls).toHaveLength(4);
    expect((data as { items: unknown[] }).items[0]).toEqual({
      slow: { next: { id: 'a2' } },
      next: { next: { next: { id: 'a3' } } },
    });
  });

  it('is asked once per object, by its wrapper, when its resolver was replaced', async () => {
    const { calls, ask } = asking();
    const { data } = await ask('{ items { wrapped { id next { id } } } }', ['a1', 'b1']);
    expect(idsOf(data, 'wrapped')).toEqual(['wrapped', 'wrapped']);
    expect(calls).toEqual(['items a1,b1', 'items a2,b2']);
  });

  it.each<[string, object | null | undefined]>([
    ['no context', undefined],
    ['null for a context', null],
    ['no loaders in the context', {}],
  ])('has an error of its resolver with %s', async (_what, contextValue) => {
    const items = [{ id: '0', next: 'a1' }];
    const document = parse('{ items { next { id } } }');
    const { data, errors } = await execute({ schema, document, rootValue: { items }, contextValue });
    expect(data).toEqual({ items: [{ next: null }] });
    expect(errors).toMatchObject([{ path: ['items', 0, 'next'], originalError: expect.any(TypeError) }]);
  });

  it('is asked once per object of loaders that know no levels', async () => {
    const asked: unknown[] = [];
    const loaders = {
      load: (_row: unknown, key: string) => {
        asked.push(key);
        return Promise.resolve(itemOf(key));
      },
    } as unknown as Loaders;
    const { ask } = asking();
    const { data } = await ask('{ items { next { id } } }', ['a1', 'a1'], { loaders });
    expect([idsOf(data, 'next'), asked]).toEqual(Array(2).fill(['a1', 'a1']));
  });
});
