import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { type Bffs, type Services, startBffs, startServices } from '../support/bffs-over-services.ts';
import { type Operation, postOperation } from '../support/post-operation.ts';

let services: Services;
let bffs: Bffs;
const names = ['web', 'mobile'] as const;

beforeAll(async () => {
  services = await startServices();
  bffs = await startBffs(services);
});
afterAll(async () => {
  await bffs.close();
  await services.close();
});

const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url');
const codes = (answer: { errors: { extensions: { code: string } }[] }) =>
  answer.errors.map(({ extensions }) => extensions.code);
const circular = (rounds: number) =>
  `{ __type(name: "Query") { ${'fields { type { '.repeat(rounds)}name${' } }'.repeat(rounds)} } }`;
const doubling = () => {
  const fragments = Array.from({ length: 30 }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);
  return `query { ...f0 } ${fragments.join(' ')} fragment f30 on Query { __typename }`;
};

/** Requests that never reach a service, each with its status and code. */
const malformed: [string, Operation, number, string][] = [
  ['a malformed query', { query: '{ product(' }, 400, 'GRAPHQL_PARSE_FAILED'],
  ['an empty query', { query: '' }, 400, 'BAD_REQUEST'],
  ['an unknown field', { query: '{ nonsense }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a variable of another type',
    {
      query:
        'query ($n: Int!) { __type(name: "Query") { fields(includeDeprecated: true) { args { name @skip(if: $n) } } } }',
      variables: { n: 1 },
    },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a missing variable', { query: 'query ($name: String!) { __type(name: $name) { name } }' }, 400, 'BAD_USER_INPUT'],
  [
    'a variable with a wrong value',
    { query: 'query ($name: String!) { __type(name: $name) { name } }', variables: { name: [1] } },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a document of more than 1,000 tokens',
    { query: `{ ${'__typename '.repeat(1_000)} }` },
    400,
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    'a fragment cycle',
    { query: '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['an unknown fragment', { query: '{ ...nope }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown fragment named constructor', { query: '{ ...constructor }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['an operation named __proto__', { query: 'query __proto__ { __typename }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a fragment named __proto__',
    { query: '{ ...__proto__ } fragment __proto__ on Query { __typename }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['fragments that double', { query: doubling() }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['introspection that goes in circles', { query: circular(4) }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a body that is no JSON', { query: '', body: '{"query":' }, 400, 'BAD_REQUEST'],
  ['a body that is no object', { query: '', body: '[]' }, 400, 'BAD_REQUEST'],
  ['a batch of operations', { query: '', body: '[{"query":"{ __typename }"}]' }, 400, 'BAD_REQUEST'],
  [
    'a body with the key __proto__',
    { query: '', body: '{"query":"{ __typename }","variables":{"a":[{"__proto__":0}]}}' },
    400,
    'BAD_REQUEST',
  ],
  [
    'variables that are no object',
    { query: '', body: '{"query":"{ __typename }","variables":"x"}' },
    400,
    'BAD_REQUEST',
  ],
  ['a body of more than 100 KB', { query: 'x'.repeat(100_001) }, 413, 'PAYLOAD_TOO_LARGE'],
  [
    'a form',
    { query: '', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=x' },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['plain text', { query: '{ __typename }', headers: { 'content-type': 'text/plain' } }, 400, 'BAD_REQUEST'],
];

describe.each(names)('%s: bad input', (name) => {
  it.each(malformed)('%s', async (_what, operation, status, code) => {
    const answer = await postOperation(bffs[name], operation);
    expect([answer.status, ...new Set(codes(answer))]).toEqual([status, code]);
    expect(answer.text).not.toContain('node_modules');
  });

  it('accepts fragments with the names of object properties', async () => {
    for (const fragment of ['constructor', 'toString', 'hasOwnProperty']) {
      const answer = await postOperation(bffs[name], {
        query: `{ ...${fragment} } fragment ${fragment} on Query { __typename }`,
      });
      expect(answer.data).toEqual({ __typename: 'Query' });
    }
  });

  it('refuses other methods, and GET without the header that a browser asks permission for', async () => {
    const put = await request(`${bffs[name]}/graphql`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([put.statusCode, put.headers.allow]).toEqual([405, 'GET, POST']);
    await put.body.dump();
    const get = await request(`${bffs[name]}/graphql?query={__typename}`);
    expect(get.statusCode).toBe(400);
    await get.body.dump();
  });

  it('refuses headers of more than 16 KB with 431', async () => {
    const { hostname, port } = new URL(bffs[name]);
    const socket = connect(Number(port), hostname);
    socket.write(`POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-padding: ${'x'.repeat(17_000)}\r\n\r\n`);
    const [head] = await new Promise<Buffer[]>((resolve) => socket.once('data', (data) => resolve([data])));
    expect(head?.toString()).toMatch(/^HTTP\/1\.1 431 /);
    socket.destroy();
  });

  it('answers unknown addresses in the shape of GraphQL', async () => {
    const { statusCode, body } = await request(`${bffs[name]}/nowhere`);
    expect([
      statusCode,
      ((await body.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
    ]).toEqual([404, 'NOT_FOUND']);
  });

  it.each([
    ['expired', () => services.issuer.token('acc-001', { exp: Math.floor(Date.now() / 1_000) - 6 })],
    ['forged', () => services.issuer.forgedToken('acc-001')],
    ['for somebody else', () => services.issuer.token('acc-001', { aud: 'urn:other' })],
    ['that is none', () => 'nonsense'],
  ])('refuses a token %s with 401, never as anonymous', async (_what, token) => {
    const answer = await postOperation(bffs[name], {
      query: '{ __typename }',
      headers: { authorization: `Bearer ${token()}` },
    });
    expect([answer.status, ...codes(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(answer.headers['www-authenticate']).toContain('Bearer');
  });

  it('refuses another kind of credentials', async () => {
    const answer = await postOperation(bffs[name], {
      query: '{ __typename }',
      headers: { authorization: 'Basic YTpi' },
    });
    expect(answer.status).toBe(401);
  });
});

describe('nesting', () => {
  const living = globalId('Category', 'cat-living');
  const nested = (depth: number) =>
    `{ category(id: "${living}") { ${'parent { '.repeat(depth - 1)}id${' }'.repeat(depth - 1)} } }`;

  it('of ten levels passes, of eleven is refused', async () => {
    const [ten, eleven] = await Promise.all([10, 11].map((depth) => postOperation(bffs.web, { query: nested(depth) })));
    expect([ten?.status, ten?.errors]).toEqual([200, []]);
    expect([eleven?.status, ...codes(eleven as never)]).toEqual([400, 'MAX_DEPTH']);
  });
});

describe('ids', () => {
  it('unknown ones are null, without an error', async () => {
    const [onWeb, onMobile] = await Promise.all([
      postOperation(bffs.web, { query: `{ product(id: "${globalId('Product', 'prd-9999')}") { name } }` }),
      postOperation(bffs.mobile, { query: '{ productScreen(id: "prd-9999") { title } }' }),
    ]);
    expect([onWeb.data, onWeb.errors, onMobile.data, onMobile.errors]).toEqual([
      { product: null },
      [],
      { productScreen: null },
      [],
    ]);
  });

  it("somebody else's are as if they did not exist", async () => {
    const query = '{ viewer { addresses(first: 1) { edges { node { id city } } } } }';
    const tokenOf = (account: string) => ({ authorization: `Bearer ${services.issuer.token(account)}` });
    const own = await postOperation(bffs.web, { query, headers: tokenOf('acc-001') });
    const { id, city } = own.data.viewer.addresses.edges[0].node;
    const node = { query: `{ node(id: "${id}") { ... on Address { city } } }` };
    const [mine, foreign, anonymous] = await Promise.all([
      postOperation(bffs.web, { ...node, headers: tokenOf('acc-001') }),
      postOperation(bffs.web, { ...node, headers: tokenOf('acc-002') }),
      postOperation(bffs.web, node),
    ]);
    expect(mine.data).toEqual({ node: { city } });
    expect([foreign.data, foreign.errors]).toEqual([{ node: null }, []]);
    expect([anonymous.data, ...codes(anonymous)]).toEqual([{ node: null }, 'UNAUTHENTICATED']);
  });
});

describe('a token of an app that speaks for itself', () => {
  it('has no account: what belongs to a person is null, without an error', async () => {
    const headers = { authorization: `Bearer ${services.issuer.token('web-bff')}` };
    const [onWeb, onMobile] = await Promise.all([
      postOperation(bffs.web, { query: '{ viewer { email } }', headers }),
      postOperation(bffs.mobile, { query: '{ accountScreen { email } }', headers }),
    ]);
    expect([onWeb.data, onWeb.errors, onMobile.data, onMobile.errors]).toEqual([
      { viewer: null },
      [],
      { accountScreen: null },
      [],
    ]);
  });
});
