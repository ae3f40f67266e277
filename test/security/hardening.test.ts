/** What a scanner of public APIs tries on both BFFs, as they run in production: it finds nothing. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { type Bffs, type Services, startBffs, startServices } from '../support/bffs-over-services.ts';

const names = ['web', 'mobile'] as const;
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let services: Services;
let production: Bffs;
let development: Bffs;
beforeAll(async () => {
  services = await startServices();
  production = await startBffs(services, {}, { environment: 'production', trustedDocuments: 'off' });
  development = await startBffs(services, {}, { environment: 'development' });
});
afterAll(async () => {
  await Promise.all([production.close(), development.close()]);
  await services.close();
});

interface Probe {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'TRACE' | 'HEAD';
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function send(url: string, { method = 'POST', path = '/graphql', headers = json, body }: Probe) {
  const answer = await request(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

const query = (text: string, others: object = {}): Probe => ({ body: JSON.stringify({ query: text, ...others }) });
const get = (path: string, headers: Readonly<Record<string, string>> = html): Probe => ({
  method: 'GET',
  path,
  headers,
});
const search = (text: string) => `/graphql?query=${encodeURIComponent(text)}`;

const node = 'query ($id: ID!) { node(id: $id) { id } }';
const product = 'query ($id: ID!) { productScreen(id: $id) { __typename } }';

const probes: readonly (readonly [string, Probe])[] = [
  ['introspection', query('{ __schema { types { name } } }')],
  ['introspection of a type', query('{ __type(name: "Query") { fields { name } } }')],
  ['introspection in a fragment', query('{ ...f } fragment f on Query { __schema { queryType { name } } }')],
  ['introspection under an alias, by GET', get(search('{ a: __schema { queryType { name } } }'), { ...json })],
  [
    'circular introspection',
    query('{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }'),
  ],
  ['the SDL of a subgraph', query('{ _service { sdl } }')],
  ['a field that is almost one', query('{ nodee(id: "1") { id } homeScren { __typename } }')],
  ['a type that is almost one', query('{ ... on Qery { __typename } }')],
  ['an argument that is almost one', query('{ node(idd: "1") { id } productScreen(idd: "1") { __typename } }')],
  ['a variable of the wrong type', query(node, { variables: { id: { odd: 1 } } })],
  ['the same on the other schema', query(product, { variables: { id: { odd: 1 } } })],
  [
    'a field of an input that is almost one',
    query('mutation { addToCart(input: { productIdd: "1" }) { __typename } }'),
  ],
  [
    'the same in a variable',
    query('mutation ($i: AddToCartInput!) { addToCart(input: $i) { __typename } }', {
      variables: { i: { productIdd: '1', quantity: 1 } },
    }),
  ],
  ['a trace', { ...query('{ __typename ', {}), headers: { ...json, 'apollo-federation-include-trace': 'ftv1' } }],
  ['a trace that is answered', { ...query('{ __typename }'), headers: { ...json, 'apollo-tracing': '1' } }],
  ['a batch', { body: '[{"query":"{ __typename }"},{"query":"{ __typename }"}]' }],
  ['broken JSON', { body: '{"query":' }],
  ['null', { body: 'null' }],
  ['a query that is no text', { body: '{"query":{"a":1}}' }],
  ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' }],
  ['text', { headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' }],
  ['a query by GET without a preflight', get(search('{ __typename }'), {})],
  ['the landing page', get('/graphql')],
  ...['/', '/graphiql', '/playground', '/altair', '/voyager', '/console', '/explorer', '/sandbox', '/v1/graphql'].map(
    (path) => [path, get(path)] as const,
  ),
  ...['/.env', '/metrics', '/debug', '/package.json', '/schema.graphql', '/graphql.json', '/server-status'].map(
    (path) => [path, get(path)] as const,
  ),
  ['a path outside', get('/..%2f..%2fetc/passwd')],
  ['a path that cannot be decoded', get('/%E0%A4%A')],
];

/** What tells of the schema, the software or the machine. */
const finds =
  /did you mean|"__schema"|"types":|<html|<script|graphiql|playground|stacktrace|"stack"|\bat .+\(.+:\d+:\d+\)|node_modules|\.ts:|extensions":\{"(?:ftv1|tracing)|apollo-?server|fastify|FST_ERR|ECONN|localhost:|127\.0\.0\.1/i;

describe.each(names)('%s in production', (name) => {
  it.each(probes)('tells a scanner nothing: %s', async (_name, probe) => {
    const { status, headers, text } = await send(production[name], probe);
    expect(text).not.toMatch(finds);
    expect(status).toBeLessThan(500);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  it.each([
    ['an answer', query('{ __typename }')],
    ['a refusal', query('{')],
    ['what is not there', get('/nothing')],
    ['health', get('/readyz')],
  ])('sends the security headers with %s', async (_name, probe) => {
    const { headers } = await send(production[name], probe);
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each<[string, number, string, Probe]>([
    ['a mutation by GET', 405, 'BAD_REQUEST', get(search('mutation { __typename }'), { ...json })],
    ['text', 400, 'BAD_REQUEST', { ...query('{ __typename }'), headers: { 'content-type': 'text/plain' } }],
    ['a body of no type', 415, 'UNSUPPORTED_MEDIA_TYPE', { ...query('{ __typename }'), headers: {} }],
    ['a form', 415, 'UNSUPPORTED_MEDIA_TYPE', { headers: form, body: 'query={__typename}' }],
    ['a form with files', 415, 'UNSUPPORTED_MEDIA_TYPE', { headers: multipart, body: '--x--' }],
    ['a GET without a preflight', 400, 'BAD_REQUEST', get(search('{ __typename }'), {})],
    ['an array', 400, 'BAD_REQUEST', { body: '[{"query":"{ __typename }"}]' }],
    ['PUT', 405, 'METHOD_NOT_ALLOWED', { method: 'PUT', ...query('{ __typename }') }],
    ['DELETE', 405, 'METHOD_NOT_ALLOWED', { method: 'DELETE', headers: {} }],
    ['OPTIONS', 405, 'METHOD_NOT_ALLOWED', { method: 'OPTIONS', headers: {} }],
    ['TRACE', 404, 'NOT_FOUND', { method: 'TRACE', headers: {} }],
    ['a path that is not there', 404, 'NOT_FOUND', get('/nothing')],
    ['what is too long', 413, 'PAYLOAD_TOO_LARGE', query('{ __typename }', { a: 'a'.repeat(100_000) })],
    ['headers that are too long', 431, 'BAD_REQUEST', { ...get('/graphql'), headers: { a: 'a'.repeat(17_000) } }],
  ])('refuses %s with %i, in the shape of GraphQL', async (_name, status, code, probe) => {
    const answer = await send(production[name], probe);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      status,
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })] },
    ]);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(answer.text).not.toMatch(finds);
  });

  it('answers HEAD with nothing', async () => {
    const answers = await Promise.all(
      ['/graphql', '/nothing'].map((path) => send(production[name], { method: 'HEAD', path, headers: {} })),
    );
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [400, ''],
      [404, ''],
    ]);
  });

  it('answers what is no HTTP in its own words, and ends the connection', async () => {
    const { port } = new URL(production[name]);
    const socket = connect(Number(port), 'localhost');
    socket.write('GARBAGE\r\n\r\n');
    const said = await text(socket);
    expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(said).toContain('content-security-policy: ');
    expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(said).not.toMatch(finds);
  });
});

describe.each(names)('%s in development', (name) => {
  it("leaves Sandbox's page its own policy, and asks for no TLS", async () => {
    const page = await send(development[name], get('/graphql'));
    expect(page.text).toContain('http-equiv="Content-Security-Policy"');
    expect(page.headers).not.toHaveProperty('content-security-policy');
    expect(page.headers).not.toHaveProperty('strict-transport-security');
    expect(page.headers).toHaveProperty('x-content-type-options', 'nosniff');
    const answer = await send(development[name], query('{ __typename }'));
    expect(answer.headers).toHaveProperty('content-security-policy');
  });
});
