import { ApolloServer } from '@apollo/server';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { parseSettings } from '../config/settings.ts';
import { FacetError } from '../errors/facet-error.ts';
import { addGraphqlRoute, type GraphqlRouteOptions } from './graphql-route.ts';
import { createServer } from './server.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Options = Partial<GraphqlRouteOptions<object>> & { corsOrigins?: string[] };

async function createEdge({ corsOrigins = [], ...options }: Options = {}): Promise<FastifyInstance> {
  const apollo = new ApolloServer({ typeDefs: 'type Query { a: Int }' });
  await apollo.start();
  const settings = parseSettings({ environment: 'production', port: 0, corsOrigins });
  const app = await createServer({ settings, log });
  addGraphqlRoute(app, { apollo, createContext: () => ({}), ...options });
  closing.push(
    () => app.close(),
    () => apollo.stop(),
  );
  return app;
}

function preflight(origin: string) {
  const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  return { method: 'OPTIONS', url: '/graphql', headers } as const;
}

const question = { method: 'POST', url: '/graphql', payload: { query: '{ a }' } } as const;

function corsHeaders(headers: object): string[] {
  return Object.keys(headers).filter((name) => name.startsWith('access-control-') || name === 'vary');
}

describe('createServer', () => {
  it('answers preflights of the configured origins, and varies by origin', async () => {
    const app = await createEdge({ corsOrigins: ['https://shop.example'] });
    const allowed = await app.inject(preflight('https://shop.example'));
    expect(allowed.statusCode).toBe(204);
    expect(allowed.headers['access-control-allow-origin']).toBe('https://shop.example');
    const other = await app.inject(preflight('https://evil.example'));
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
    expect((await app.inject(question)).headers.vary).toBe('Origin');
  });

  it('says nothing of origins where none may call', async () => {
    const app = await createEdge();
    const refused = await app.inject(preflight('https://shop.example'));
    expect([refused.statusCode, refused.headers.allow, corsHeaders(refused.headers)]).toEqual([405, 'GET, POST', []]);
    const answer = await app.inject({ ...question, headers: { origin: 'https://shop.example' } });
    expect([answer.json(), corsHeaders(answer.headers)]).toEqual([{ data: { a: null } }, []]);
  });
});

describe('addGraphqlRoute', () => {
  it.each([
    [undefined, 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
  ])('answers who accepts %j with %s', async (accept, contentType) => {
    const app = await createEdge();
    const answer = await app.inject({ ...question, headers: accept === undefined ? {} : { accept } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, contentType]);
  });

  it('refuses who accepts no JSON', async () => {
    const app = await createEdge();
    expect((await app.inject({ ...question, headers: { accept: 'image/png' } })).statusCode).toBe(406);
  });

  it.each<[string, Options]>([
    ['the context', { createContext: () => raise(new FacetError('BAD_USER_INPUT')) }],
    ['sharing', { shareAnswer: () => raise(new FacetError('BAD_USER_INPUT')) }],
    [
      'a shared run',
      {
        shareAnswer: (_request, _reply, start) => start({} as never),
        createContext: () => raise(new FacetError('BAD_USER_INPUT')),
      },
    ],
    ['an answer that is waited for', { shareAnswer: () => Promise.reject(new FacetError('BAD_USER_INPUT')) }],
  ])('refuses the request when %s does', async (_, options) => {
    const answer = await (await createEdge(options)).inject(question);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
  });

  it('takes what is thrown and is no error for a fault of its own', async () => {
    const app = await createEdge({ shareAnswer: () => Promise.reject('nothing') });
    expect((await app.inject(question)).statusCode).toBe(500);
  });
});

function raise(error: Error): never {
  throw error;
}
