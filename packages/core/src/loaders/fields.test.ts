import { describe, expect, it } from '@jest/globals';
import { operation } from '../client/operation.ts';
import { FacetError } from '../errors/facet-error.ts';
import { call, type Field, from, load } from './fields.ts';
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
  });
});

describe('call', () => {
  it('asks the loaders for the row with the parameters', () => {
    const asked: unknown[] = [];
    const context = contextOver({ call: async (...given: unknown[]) => asked.push(given) as never });
    void call(allThings, (args: { first: number }) => ({ limit: args.first })).resolve({}, { first: 3 }, context);
    expect(asked).toEqual([[allThings, { limit: 3 }]]);
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

  it('passes on what a view refuses by itself', () => {
    const field: Field<Thing, object, never> = from(['amount'], () => {
      throw new FacetError('BAD_USER_INPUT');
    });
    expect(() => field.resolve({ id: 'a', amount: 1 }, {}, contextOver({}))).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
