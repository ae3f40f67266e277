import { describe, expect, it } from '@jest/globals';
import { implement } from './implement.ts';
import type { Route } from './operation.ts';
import { createServer } from './server.ts';

const routes = {
  listThings: {
    method: 'GET',
    url: '/v1/things',
    secured: false,
    querystring: { type: 'object' },
    lists: [],
    idempotent: false,
    subject: false,
    successStatus: 200,
  },
} as const satisfies Record<string, Route>;
interface Operations {
  listThings: { parameters: { query?: never }; responses: { 200: { content: { 'application/json': unknown } } } };
}
const create = () => createServer({ name: 'test', logLevel: 'silent', assertReady: async () => undefined });
const checkToken = async () => ({ clientId: 'c', accountId: null, scopes: [] });
const start = (table: unknown) => implement<Operations, typeof routes>(create(), checkToken, routes, table as never);

describe('implement', () => {
  it('refuses an operation that nothing implements', () => {
    expect(() => start({})).toThrow('Nothing implements the operation listThings');
  });

  it('refuses an implementation that the contract does not know', () => {
    const one = { cacheControl: 'no-store', answer: async () => ({}) };
    expect(() => start({ listThings: one, listOthers: one })).toThrow('The contract has no operation listOthers');
  });

  it('does not compile when the table and the contract differ', () => {
    const checkTypes = () => {
      // @ts-expect-error listThings is missing
      implement<Operations, typeof routes>(create(), checkToken, routes, {});
      const one = { cacheControl: 'no-store', answer: async () => ({}) };
      // @ts-expect-error listOthers is no operation
      implement<Operations, typeof routes>(create(), checkToken, routes, { listThings: one, listOthers: one });
    };
    expect(checkTypes).toThrow(TypeError);
  });

  it('answers a bare 500 when an implementation fails, and tells nothing of why', async () => {
    const app = create();
    const answer = async () => {
      throw new Error('password=hunter2');
    };
    implement<Operations, typeof routes>(app, checkToken, routes, { listThings: { cacheControl: 'no-store', answer } });
    const { statusCode, payload } = await app.inject({ url: '/v1/things', headers: { 'x-request-id': 'r-1' } });
    expect(statusCode).toBe(500);
    expect(payload).not.toContain('hunter2');
    expect(JSON.parse(payload)).toMatchObject({ code: 'INTERNAL_ERROR', instance: 'r-1' });
    await app.close();
  });
});
