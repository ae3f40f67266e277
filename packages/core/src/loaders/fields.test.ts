import { describe, expect, it } from '@jest/globals';
import { operation } from '../client/operation.ts';
import { FacetError } from '../errors/facet-error.ts';
import { call, column, type Field, from, itself, load } from './fields.ts';
import type { Loaders, ResolverContext } from './loaders.ts';
import { row } from './row.ts';

type Thing = { id: string; amount: number };
type Spec = {
  parameters: { query?: { ids?: string[]; limit?: number } };
  responses: { 200: { content: { 'application/json': { items: Thing[] } } } };
};
const things = operation<Spec>({
  service: 's',
  operationId: 'listThings',
  method: 'GET',
  path: '/',
  parameters: {
    ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 10 } },
    limit: { in: 'query', style: 'form', explode: true },
  },
});
const thingById = row(things, { keys: 'ids', matchBy: 'id', audience: 'public' });
const allThings = row(things, { audience: 'public' });

function contextOver(loaders: Partial<Loaders>): ResolverContext {
  return { locale: 'de-DE', loaders } as ResolverContext;
}

describe('load', () => {
  const field = load(
    thingById,
    (parent: { thingId: string | null }) => parent.thingId,
    (args: { first: number }) => ({ limit: args.first }),
  );

  it('asks the loaders for the key with the parameters', () => {
    const asked: unknown[] = [];
    const context = contextOver({ load: async (...given: unknown[]) => asked.push(given) as never });
    void field.resolve({ thingId: 'a' }, { first: 3 }, context);
    expect(asked).toEqual([[thingById, 'a', { limit: 3 }]]);
  });

  it('is null without a call where there is no key', () => {
    expect(field.resolve({ thingId: null }, { first: 3 }, contextOver({}))).toBeNull();
  });

  it('shows what it is bound to', () => {
    expect(field.extensions.facet).toMatchObject({ kind: 'load', row: thingById });
    expect(field.extensions.facet).not.toHaveProperty('keyColumns');
  });

  it.each<[string, Field<Thing, object, unknown>]>([
    ['the name of a column', load(thingById, 'id')],
    [
      'a view of columns',
      load(
        thingById,
        from(['id'], ({ id }: Pick<Thing, 'id'>) => id),
      ),
    ],
  ])('takes its key from %s, and says so', async (_what, byColumn) => {
    const context = contextOver({ load: async (_row, key) => key as never });
    await expect(byColumn.resolve({ id: 'a', amount: 1 }, {}, context)).resolves.toBe('a');
    expect(byColumn.extensions.facet).toMatchObject({ keyColumns: ['id'] });
  });

  it('takes no column that has no key', () => {
    // @ts-expect-error: an amount is no id
    load<Thing, object, string, unknown, object>(thingById, 'amount');
  });
});

describe('call', () => {
  it('asks the loaders for the row with the parameters', () => {
    const asked: unknown[] = [];
    const context = contextOver({ call: async (...given: unknown[]) => asked.push(given) as never });
    void call(allThings, (args: { first: number }) => ({ limit: args.first })).resolve({}, { first: 3 }, context);
    expect(asked).toEqual([[allThings, { limit: 3 }]]);
  });

  it('is null without a call where the parameters are null', () => {
    const field = call<object, { first: number }, unknown, object>(allThings, ({ first }) =>
      first === 0 ? null : { limit: first },
    );
    expect(field.resolve({}, { first: 0 }, contextOver({}))).toBeNull();
  });

  it('has a type with null only where the parameters may be null', () => {
    const always: Promise<unknown> = call(allThings).resolve({}, {}, contextOver({ call: async () => 1 as never }));
    // @ts-expect-error: there may be no promise
    const sometimes: Promise<unknown> = call(allThings, () => null).resolve({}, {}, contextOver({}));
    expect([always, sometimes]).toEqual([expect.any(Promise), null]);
  });

  it('waits for all that are in step, and keeps its own answer or error', async () => {
    const [slow, failing] = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
    const answers = [Promise.resolve('at once'), slow.promise, failing.promise];
    const context = contextOver({ call: () => answers.shift() as never });
    const field = call(allThings, undefined, { inStep: true });
    const seen: unknown[] = [];
    const fields = [1, 2, 3].map(() => field.resolve({}, {}, context));
    const watched = fields.map((each) => each.then(...[1, 2].map(() => (value: unknown) => void seen.push(value))));
    failing.reject('failed');
    await new Promise(setImmediate);
    expect(seen).toEqual([]);
    slow.resolve('late');
    await Promise.all(watched);
    expect(seen).toEqual(['at once', 'late', 'failed']);
  });
});

describe('column', () => {
  const field = column<Thing, 'amount'>('amount');
  const infoOf = (returnType: string) => ({ fieldName: 'price', parentType: { name: 'Thing' }, returnType });

  it('is another column as it is', () => {
    expect(field.resolve({ id: 'a', amount: 0 }, {}, contextOver({}), infoOf('Int!'))).toBe(0);
    expect(field.extensions.facet).toMatchObject({ kind: 'column', column: 'amount' });
  });

  it('blames the service for a column that the schema promises and it left out', () => {
    const thing = { id: 'a' } as Thing;
    expect(field.resolve(thing, {}, contextOver({}), infoOf('Int'))).toBeUndefined();
    expect(() => field.resolve(thing, {}, contextOver({}), infoOf('Int!'))).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE' }),
    );
  });
});

describe('itself', () => {
  it('is the parent', () => {
    const thing = { id: 'a', amount: 1 };
    expect(itself<Thing>().resolve(thing, {}, contextOver({}))).toBe(thing);
  });
});

describe('from', () => {
  it('shapes columns with the inputs it declares', () => {
    const field: Field<Thing, object, string> = from(
      ['amount'],
      ({ amount }, _args, { locale }) => `${amount} ${locale}`,
      {
        reads: ['locale'],
      },
    );
    expect(field.resolve({ id: 'a', amount: 5 }, {}, contextOver({}))).toBe('5 de-DE');
    expect(field.extensions.facet).toMatchObject({ kind: 'from', columns: ['amount'], reads: ['locale'] });
  });

  it('blames the service when a view falls over its answer', () => {
    const field: Field<Thing, object, string> = from(['amount'], ({ amount }) => amount.toFixed(2));
    expect(() => field.resolve({ id: 'a' } as Thing, {}, contextOver({}))).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE' }),
    );
  });

  it('shows a view no more of the items than it says that it reads', () => {
    type Page = { items: Thing[]; total: number };
    const field: Field<Page, object, string[]> = from(['items'], ({ items }) => items.map(({ id }) => id), {
      itemColumns: ['id'],
    });
    expect(field.resolve({ items: [{ id: 'a', amount: 1 }], total: 1 }, {}, contextOver({}))).toEqual(['a']);
    expect(field.extensions.facet).toMatchObject({ itemColumns: ['id'] });
    // @ts-expect-error: the view reads amounts
    from<Page, 'items', object, number, never, 'id'>(['items'], ({ items }) => items[0].amount, {
      itemColumns: ['id'],
    });
  });

  it('passes on what a view refuses by itself', () => {
    const field: Field<Thing, object, never> = from(['amount'], () => {
      throw new FacetError('BAD_USER_INPUT');
    });
    expect(() => field.resolve({ id: 'a', amount: 1 }, {}, contextOver({}))).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
