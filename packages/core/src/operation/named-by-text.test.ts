import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerPlugin,
  type BaseContext,
  HeaderMap,
} from '@apollo/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentNode } from 'graphql';
import { nameByText, namedByText, toNotSupported } from './named-by-text.ts';

const typeDefs = 'type Query { greet(name: String): String! }';
const resolvers = { Query: { greet: (_: unknown, { name }: { name?: string }) => `Hello ${name ?? 'World'}!` } };
const shared = { typeDefs, resolvers, includeStacktraceInErrorResponses: false, logger: silent() };
const formatError: ApolloServerOptions<BaseContext>['formatError'] = (formatted) => toNotSupported(formatted);

const plain = new ApolloServer({ ...shared, persistedQueries: false });
const named = new ApolloServer({ ...shared, persistedQueries: namedByText, formatError, plugins: [nameByText] });

async function ask(server: ApolloServer, method: string, body: object | undefined, search = '') {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  const httpGraphQLRequest = { method, headers, search, body };
  const answer = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => ({}) });
  return { ...answer, headers: [...answer.headers] };
}

/** The answer of both servers, which is one. */
async function askBoth(method: string, body: object | undefined, search?: string) {
  const [answer, expected] = [await ask(named, method, body, search), await ask(plain, method, body, search)];
  expect(answer).toEqual(expected);
  return (answer.body as { string: string }).string;
}

beforeAll(() => Promise.all([plain.start(), named.start()]));
afterAll(() => Promise.all([plain.stop(), named.stop()]));

const byName = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });
const hash = '0c2a7d8eb3bbd3ee38dabcf0de1f5d0a8d2b8bb0d4c8f4b2b8ed1f39a7a4ae72';
const long = `{ greet } ${'#'.repeat(20_000)}`;

describe('nameByText', () => {
  it.each<[string, object]>([
    ['a query', { query: '{ greet }' }],
    [
      'variables and other extensions',
      { query: 'query A($n: String) { greet(name: $n) }', variables: { n: 'x' }, extensions: { a: 1 } },
    ],
    ['the name of an operation', { query: 'query A { greet } query B { b: greet }', operationName: 'B' }],
    ['a long query', { query: long }],
    ['a syntax error', { query: '{ greet' }],
    ['a validation error', { query: '{\n  greeting\n}' }],
    ['an empty query', { query: '' }],
    ['no query', { variables: {} }],
    ['a query that is no text', { query: 7 }],
    ['extensions that are null', { query: '{ greet }', extensions: null }],
    ['a query like a key of the cache', { query: 'apq:{ greet }' }],
  ])('changes nothing about the answer to %s', async (_, body) => {
    await askBoth('POST', body);
    await askBoth('POST', body);
  });

  it.each<[string, object]>([
    ['a hash', { extensions: byName(hash) }],
    ['a hash beside its query', { query: '{ greet }', extensions: byName(hash) }],
    ['a hash of another version', { query: '{ greet }', extensions: byName(hash, 2) }],
    ['a text', { extensions: byName('{ greet }') }],
    ['nothing', { extensions: { persistedQuery: {} } }],
    ['a list', { extensions: byName(['{ greet }']) }],
    ['a long query', { query: long, extensions: byName(hash) }],
  ])('lets no client name a document by %s', async (_, body) => {
    await askBoth('POST', { query: '{ greet }' });
    expect(await askBoth('POST', body)).toContain('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('treats GET alike', async () => {
    const inUrl = (of: Record<string, string>) => `?${new URLSearchParams(of)}`;
    const extensions = JSON.stringify(byName('{ greet }'));
    expect(await askBoth('GET', undefined, inUrl({ query: '{ greet }' }))).toContain('Hello World!');
    expect(await askBoth('GET', undefined, inUrl({ extensions }))).toContain('NOT_SUPPORTED');
    expect(await askBoth('GET', undefined, inUrl({ query: '{ greet }', extensions }))).toContain('NOT_SUPPORTED');
  });

  it('lets a document be parsed once', async () => {
    const seen: (DocumentNode | undefined)[] = [];
    const see: ApolloServerPlugin = {
      requestDidStart: async () => ({ didResolveOperation: async ({ document }) => void seen.push(document) }),
    };
    const server = new ApolloServer({ ...shared, persistedQueries: namedByText, plugins: [nameByText, see] });
    await server.start();
    for (const query of ['{ greet }', '{ greet  }', '{ greet }']) await ask(server, 'POST', { query });
    expect(seen[0]?.loc?.source.body).toBe('{ greet }');
    expect(seen[2]).toBe(seen[0]);
    expect(seen[1]).not.toBe(seen[0]);
    await server.stop();
  });
});

function silent() {
  const nothing = () => {};
  return { debug: nothing, info: nothing, warn: nothing, error: nothing };
}
