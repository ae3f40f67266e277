import { describe, expect, it } from '@jest/globals';
import { FacetError } from '../errors/facet-error.ts';
import { ask, caller } from './authorize.fixture.ts';
import { buildSchema } from './build-schema.ts';

const ann = caller('ann');

describe('@auth', () => {
  it('refuses a field to anonymous callers before it is resolved', async () => {
    expect(await ask('{ open secret other: secret }', null)).toEqual({
      data: { open: 'o', secret: null, other: null },
      errors: ['other UNAUTHENTICATED', 'secret UNAUTHENTICATED'],
      asked: ['open'],
      isPublic: false,
    });
    expect(await ask('{ secret }', ann)).toMatchObject({ data: { secret: 's' }, errors: [] });
  });

  it.each([
    [[], null, ['both FORBIDDEN']],
    [['read'], null, ['both FORBIDDEN']],
    [['read', 'write', 'more'], 'b', []],
  ])('wants all scopes: with %j', async (scopes, both, errors) => {
    expect(await ask('{ both }', caller('ann', ...scopes))).toMatchObject({ data: { both }, errors });
  });

  it('takes the parent along where the field may not be null', async () => {
    const told = await ask('{ open mustSecret }', ann);
    expect(told).toMatchObject({ data: null, errors: ['mustSecret FORBIDDEN'] });
    const nested = await ask('{ open box { name must } strict { box { must } } }', null);
    expect(nested.data).toEqual({ open: 'o', box: null, strict: { box: null } });
    expect(nested.errors).toEqual(['box.must UNAUTHENTICATED', 'strict.box.must UNAUTHENTICATED']);
  });

  it('on a type refuses every field that brings it', async () => {
    const told = await ask('{ staff { name } staffs { name } desk { name } }', null);
    expect(told.data).toEqual({ staff: null, staffs: null, desk: null });
    expect(told.errors).toEqual(['desk UNAUTHENTICATED', 'staff UNAUTHENTICATED', 'staffs UNAUTHENTICATED']);
    expect(told.asked).toEqual([]);
    expect((await ask('{ staff { name } desk { name } }', ann)).errors).toEqual(['staff FORBIDDEN']);
    expect((await ask('{ staffs { name } }', caller('ann', 'staff'))).data).toEqual({ staffs: [{ name: 'x' }, null] });
  });

  it('on a possible type refuses its objects as soon as they are known to be of it', async () => {
    const told = await ask('{ tools { name ... on Saw { twin { name } } } tool(id: 1) { name } }', ann);
    expect(told.data).toEqual({ tools: [{ name: 'h' }, null], tool: null });
    expect(told.errors).toEqual(['tool FORBIDDEN', 'tools.1 FORBIDDEN']);
    expect(told.asked).toEqual(['tools', 'tool']);
    expect((await ask('{ mustTools { name } }', ann)).data).toEqual({ mustTools: null });
  });

  it('on a field of an interface counts for all that implement it', async () => {
    const told = await ask('{ node(id: 1) { id note } }', ann);
    expect(told).toMatchObject({ data: { node: { id: null, note: 'n' } }, errors: ['node.id FORBIDDEN'] });
    expect((await ask('{ node(id: 1) { ... on Leaf { id } } }', ann)).errors).toEqual(['node.id FORBIDDEN']);
  });

  it('on a root type counts for all its fields, those of extensions included, and for nothing else', async () => {
    const told = await ask('mutation { __typename pay { message } shout }', ann);
    expect(told.data).toEqual({ __typename: 'Mutation', pay: null, shout: null });
    expect(told.errors).toEqual(['pay FORBIDDEN', 'shout FORBIDDEN']);
    expect(told.asked).toEqual([]);
    expect((await ask('mutation { shout }', caller('ann', 'write'))).data).toEqual({ shout: 's' });
  });

  it('leaves introspection alone', async () => {
    const told = await ask('{ __typename __schema { mutationType { name } } __type(name: "Staff") { name } }', null);
    expect(told).toMatchObject({ errors: [], isPublic: true });
  });
});

describe('@owner', () => {
  const query =
    '{ mine: order(id: "o1") { total } others: order(id: "o2") { total again { id } } none: order(id: "x") { id } }';

  it('refuses what is not the caller’s before any of its fields', async () => {
    const told = await ask(query, ann);
    expect(told.data).toEqual({ mine: { total: 1 }, others: null, none: null });
    expect(told.errors).toEqual(['others FORBIDDEN']);
    expect(told.asked.slice(3)).toEqual([]);
    expect((await ask(query, null)).errors).toEqual(['mine UNAUTHENTICATED', 'others UNAUTHENTICATED']);
  });

  it('is decided with a column that is asked for', async () => {
    expect((await ask('{ order(id: "o1") { total } }', ann)).asked).toEqual(['o1 with accountId,total']);
    expect((await ask('{ page { edges { cursor } } }', ann)).asked).toEqual(['s1 with accountId,id']);
    expect((await ask('{ page { orders { total } } }', ann)).asked).toEqual(['s1 with accountId,total']);
    expect((await ask('{ sum { total } }', ann)).asked).toEqual(['s1 with accountId,total']);
    expect((await ask('{ sum { __typename } }', ann)).asked).toEqual(['s1 with accountId']);
  });

  it('of an object that shows items wants all of them to be the caller’s', async () => {
    const told = await ask('{ sum { total } sums { total } }', ann);
    expect(told.data).toEqual({ sum: null, sums: [{ total: 1 }, { total: 0 }, null, null] });
    expect(told.errors).toEqual(['sum FORBIDDEN', 'sums.2 FORBIDDEN', 'sums.3 FORBIDDEN']);
  });

  it('counts on edges and nodes, in lists, payloads and promises', async () => {
    expect(await ask('{ page { orders { id } } }', ann)).toMatchObject({
      data: { page: { orders: [{ id: 'o1' }, null] } },
      errors: ['page.orders.1 FORBIDDEN'],
    });
    expect(await ask('{ page { edges { cursor } } }', ann)).toMatchObject({
      data: { page: null },
      errors: ['page.edges.1 FORBIDDEN'],
    });
    expect(await ask('mutation { pay { message order { id } } }', caller('ann', 'write'))).toMatchObject({
      data: { pay: null },
      errors: ['pay.order FORBIDDEN'],
    });
    expect(await ask('{ later { id } }', ann)).toMatchObject({ data: { later: null }, errors: ['later FORBIDDEN'] });
  });

  it('of secret objects is as if there were none', async () => {
    const told = await ask('{ wallet { coins } wallets { coins } mustWallets { coins } }', ann);
    expect(told.data).toEqual({ wallet: null, wallets: [{ coins: 1 }, null, null, null], mustWallets: null });
    expect(told.errors).toEqual(['mustWallets.1 UPSTREAM_INVALID_RESPONSE']);
    expect((await ask('{ wallet { coins } }', null)).errors).toEqual([]);
  });

  it('counts for types that are asked whether a value is theirs', async () => {
    const told = await ask('{ purses { __typename } }', ann);
    expect(told.data).toEqual({ purses: [{ __typename: 'Purse' }, null] });
    expect((await ask('{ purses { __typename } }', caller('ben'))).errors).toEqual(['purses.0 FORBIDDEN']);
  });

  it('counts for members of unions', async () => {
    const told = await ask('{ things { __typename } }', ann);
    expect(told.data).toEqual({ things: [null, null, { __typename: 'Box' }] });
    expect(told.errors).toEqual(['things.1 FORBIDDEN']);
  });

  it.each(['', 'a.b.c', '.a', 'a.', 'a b'])('is refused with the column %j', (column) => {
    const build = () => buildSchema(`type Query { a: A } type A @owner(column: "${column}") { b: Int }`, {});
    expect(build).toThrow(`@owner of A has the column "${column}"`);
  });

  it('is refused on a root type', () => {
    const build = () => buildSchema('type Query @owner { a: Int }', {});
    expect(build).toThrow('@owner stands on Query, a root type');
  });
});

describe('demands of the SDL', () => {
  it('make an operation nobody else’s', async () => {
    expect((await ask('{ order(id: "o1") { total } }', ann)).isPublic).toBe(false);
    expect((await ask('{ shelf { note } }', ann)).isPublic).toBe(false);
    expect((await ask('{ __typename shelf { id } }', ann)).isPublic).toBe(true);
  });

  it('refuse where nobody decides', async () => {
    const told = await ask('{ secret wallet { coins } order(id: "o1") { id } }', ann, { authorization: undefined });
    expect(told.data).toEqual({ secret: null, wallet: null, order: null });
    expect(told.errors).toEqual(['order FORBIDDEN', 'secret FORBIDDEN']);
  });

  it('refuse where the decision fails', async () => {
    const fails = () => {
      throw new FacetError('UPSTREAM_TIMEOUT');
    };
    const authorization = { refusalOfCaller: fails, refusalOfOwner: fails };
    const told = await ask('{ secret wallet { coins } order(id: "o1") { id } }', ann, { authorization });
    expect(told.data).toEqual({ secret: null, wallet: null, order: null });
    expect(told.errors).toEqual(['order UPSTREAM_TIMEOUT', 'secret UPSTREAM_TIMEOUT']);
  });
});

describe('an operation without a plan', () => {
  const withoutPlan = { maxFieldCount: 0 };

  it.each([
    '{ secret }',
    '{ wallet { coins } }',
    '{ page { orders { id } } }',
    '{ tools { name } }',
    '{ things { ... on Box { name } } }',
    '{ node(id: 1) { id } }',
    'mutation { shout }',
    '{ ...f } fragment f on Query { open ... { box { inner { name } } } }',
    '{ again { again { staff { name } } } }',
    '{ things { open } }',
    '{ open ... on Nowhere { open } }',
  ])('is refused where it may meet a demand: %s', async (query) => {
    const told = await ask(query, caller('ann', 'read', 'write'), withoutPlan);
    expect(told).toEqual({ data: null, errors: ['MAX_COST'], asked: [], isPublic: false });
  });

  it('is left to graphql-js where it meets none', async () => {
    expect(await ask('{ open box { name } node(id: 1) { note } }', null, withoutPlan)).toMatchObject({
      data: { open: 'o', box: { name: 'b' }, node: { note: 'n' } },
      errors: [],
    });
  });
});
