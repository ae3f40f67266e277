import { describe, expect, it } from '@jest/globals';
import { operation } from '../client/operation.ts';
import { row } from './row.ts';

type User = { id: number; name: string };
type Spec = {
  parameters: { query?: { id?: number[]; owner?: string; page?: number }; path?: never };
  responses: { 200: { content: { 'application/json': { data: User[] } } } };
};
const users = operation<Spec>({
  service: 'people',
  operationId: 'listUsers',
  method: 'GET',
  path: '/users',
  parameters: {
    id: { in: 'query', style: 'form', explode: true, list: { maxItems: 50 } },
    owner: { in: 'query', style: 'form', explode: true },
    page: { in: 'query', style: 'form', explode: true },
  },
});

describe('row', () => {
  it.each([
    ['an item', '/data', ['/data'], { itemsColumn: undefined }],
    ['an entity that is the whole answer', '', [''], { itemsColumn: undefined }],
    ['a page', '', ['/data'], { itemsColumn: 'data' }],
    ['one of several places', '', ['/groups/items', '/items'], { itemsColumn: 'items' }],
  ])('finds the columns of %s where the contract has them', (_what, items, fieldsAt, expected) => {
    const choosing = { ...users, parameters: { ...users.parameters, fields: users.parameters.id }, fields: 'fields' };
    const found = row({ ...choosing, fieldsAt } as typeof users, { items: items as never, audience: 'public' });
    expect(found.fields?.parameter).toBe('fields');
    expect(found.fields?.itemsColumn).toBe(expected.itemsColumn);
  });

  it.each([
    ['of something else', ['/meta/owner']],
    ['of two lists of one answer', ['/data', '/related']],
  ])('asks for no columns where they are those %s', (_what, fieldsAt) => {
    const choosing = { ...users, parameters: { ...users.parameters, fields: users.parameters.id }, fields: 'fields' };
    const found = row({ ...choosing, fieldsAt } as typeof users, { items: '', audience: 'public' });
    expect(found.fields).toBeUndefined();
  });

  it('says how many keys one call may carry', () => {
    const userById = row(users, { keys: 'id', matchBy: 'id', items: '/data', audience: 'public' });
    expect(userById).toMatchObject({ maxKeys: 50, match: { by: 'item', column: 'id' }, items: '/data' });
  });

  it('makes one call a key where the parameter takes no list', () => {
    expect(row(users, { keys: 'owner', items: '/data', audience: 'public' })).toMatchObject({
      maxKeys: 1,
      match: { by: 'call' },
    });
  });

  it('refuses keys that the operation does not take', () => {
    // @ts-expect-error: the contract has no such parameter
    expect(() => row(users, { keys: 'ids', matchBy: 'id', items: '/data', audience: 'public' })).toThrow(
      new TypeError("row(people.listUsers): option keys names 'ids', but the operation has only id, owner, page."),
    );
  });

  it('refuses a list of keys without a way to match', () => {
    expect(() => row(users, { keys: 'id', items: '/data', audience: 'public' })).toThrow("'id' takes a list of keys");
  });

  it('refuses two ways to match', () => {
    const both = { keys: 'id', matchBy: 'id', groupBy: 'id', items: '/data', audience: 'public' } as const;
    expect(() => row(users, both)).toThrow('not both');
  });

  it('refuses items that are no JSON Pointer', () => {
    // @ts-expect-error: a pointer begins with a slash
    expect(() => row(users, { keys: 'id', matchBy: 'id', items: 'data', audience: 'public' })).toThrow(
      "received 'data'",
    );
  });

  it('takes the token that its audience needs, unless it says another', () => {
    const tokenOf = (options: object) => row(users, { keys: 'id', items: '/data', ...options } as never).token;
    const options = { keys: 'owner', items: '/data' } as const;
    expect(row(users, { ...options, audience: 'public' }).token).toBe('client');
    expect(row(users, { ...options, audience: 'principal' }).token).toBe('user');
    expect(row(users, { ...options, audience: 'public', token: 'none' }).token).toBe('none');
    expect(row(users, { ...options, audience: 'principal', token: 'client' }).token).toBe('client');
    expect(() => tokenOf({ audience: 'public', token: 'user' })).toThrow('is not public');
  });
});
