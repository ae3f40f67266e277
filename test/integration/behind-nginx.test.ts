/** A cache of somebody else's, between clients and the web BFF, keeps what is everybody's and nothing else. */
import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { Bff } from '@facet/core';
import { createWebBff } from '@facet/web-bff';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { request } from 'undici';
import { type Exchange, type Forwarder, startForwarder } from '../support/forwarder.ts';
import { describeWithNginx, type Nginx, startNginx } from '../support/nginx.ts';
import { gatewayOrigins } from '../support/observed-bffs.ts';
import { audience, type ObservedServices, startObservedServices } from '../support/observed-services.ts';

interface Asked {
  readonly query: string;
  readonly id?: string | undefined;
  readonly as?: string | undefined;
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly extensions?: unknown;
}

let observed: ObservedServices;
let bff: Bff;
let forwarder: Forwarder;
let nginx: Nginx;
let bffUrl: string;
/** What nginx asked the BFF. */
const arrived: Exchange[] = [];

async function start(): Promise<void> {
  observed = await startObservedServices();
  bff = await createWebBff({
    environment: 'test',
    port: 0,
    logLevel: 'silent',
    services: gatewayOrigins(observed.gateways),
    identity: { issuer: observed.issuer, audience, clientId: 'web-bff', clientSecret: 'web-bff-secret' },
    requestTimeoutMs: 15_000,
    attemptTimeoutMs: 10_000,
  });
  bffUrl = await bff.listen();
  forwarder = await startForwarder({ to: () => bffUrl, onExchange: (exchange) => arrived.push(exchange) });
  nginx = await startNginx(forwarder.origin);
}

async function stop(): Promise<void> {
  await nginx.stop();
  await forwarder.close();
  await bff.close();
  await observed.close();
}

/** What stands in a URL; the same for a POST's body. */
function toParameters({ query, id, extensions }: Asked): Record<string, string> {
  const variables = id === undefined ? {} : { variables: JSON.stringify({ id }) };
  return { query, ...variables, ...(extensions === undefined ? {} : { extensions: JSON.stringify(extensions) }) };
}

async function ask(asked: Asked, origin = nginx.origin) {
  const { method = 'GET', as, id, query } = asked;
  const isPost = method === 'POST';
  const { statusCode, headers, body } = await request(
    `${origin}/graphql${isPost ? '' : `?${new URLSearchParams(toParameters(asked))}`}`,
    {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${await observed.token(as)}` }),
        ...(isPost ? { 'content-type': 'application/json' } : { 'apollo-require-preflight': 'true' }),
        ...asked.headers,
      },
      body: isPost ? JSON.stringify({ query, variables: { id } }) : null,
    },
  );
  const bytes = await body.bytes();
  const text = decoderOf(headers['content-encoding'])(bytes).toString();
  const { data = undefined, errors = [] } = text.startsWith('{') ? JSON.parse(text) : {};
  const codes = errors.map((error: { extensions: { code: string } }) => error.extensions.code);
  return { status: statusCode, headers, cache: headers['x-cache'], text, data, codes };
}

function decoderOf(encoding: string | string[] | undefined): (bytes: Uint8Array) => Buffer {
  if (encoding === 'br') return brotliDecompressSync;
  if (encoding === 'gzip') return gunzipSync;
  return encoding === 'zstd' ? zstdDecompressSync : Buffer.from;
}

/** Another product for each test, so that nothing is known of it anywhere. */
let productCount = 0;
function nextProduct(): string {
  productCount += 1;
  return toGlobalId(productCount);
}
const toGlobalId = (number: number) =>
  Buffer.from(`Product:prd-${String(number).padStart(4, '0')}`).toString('base64url');

const page = `query ($id: ID!) {
  product(id: $id) {
    id name description tags attributes { name value }
    ratingSummary { average count } reviews(first: 5) { edges { node { title body author { displayName } } } }
  }
}`;
const withViewer = `query ($id: ID!) { product(id: $id) { name } viewer { id displayName email } }`;

const cachesOf = (answers: readonly { readonly cache: unknown }[]) => answers.map(({ cache }) => cache);
async function oneByOne(asked: readonly Asked[]) {
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  for (const one of asked) answers.push(await ask(one));
  return answers;
}

describeWithNginx('nginx in front of the web BFF', () => {
  beforeAll(async () => {
    await start();
    // From its first answer on, an operation is known to be public.
    await ask({ query: page, id: toGlobalId(1_000) }, bffUrl);
  }, 60_000);
  afterAll(stop);
  beforeEach(() => {
    arrived.length = 0;
  });

  it.each([
    ['a personal operation', '{ viewer { id displayName email } }'],
    ['an operation that is personal in part', withViewer],
  ])("never gives one person's answer to another: %s", async (_what, query) => {
    const id = query === withViewer ? nextProduct() : undefined;
    const people = ['acc-001', 'acc-002', undefined];
    const asked = people.map((as): Asked => ({ query, id, as }));
    const own = await Promise.all(asked.map((one) => ask(one, bffUrl)));
    expect(own.map(({ data }) => data?.viewer?.displayName)).toEqual([
      expect.any(String),
      expect.any(String),
      undefined,
    ]);
    expect(new Set(own.map(({ data }) => data?.viewer?.id)).size).toBe(3);

    const answers = [
      ...(await oneByOne([...asked, ...asked])),
      ...(await Promise.all(asked.toReversed().map((one) => ask(one)))),
    ];
    const expected = [...own, ...own, ...own.toReversed()];
    expect(answers.map(({ data }) => data)).toEqual(expected.map(({ data }) => data));
    for (const { cache, headers } of answers) expect([cache, headers['cache-control']]).toEqual(['MISS', 'no-store']);
    expect(arrived.length).toBe(answers.length);
  });

  it('gives everybody the public answer of one execution', async () => {
    const id = nextProduct();
    const people = [undefined, 'acc-001', 'acc-002', undefined];
    const answers = await oneByOne(people.map((as) => ({ query: page, id, as })));
    expect(cachesOf(answers)).toEqual(['MISS', 'HIT', 'HIT', 'HIT']);
    expect(arrived.length).toBe(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.data.product.name).toEqual(expect.any(String));
    expect(answers[0]?.headers['cache-control']).toMatch(/^public, max-age=[1-9]\d*/);
  });

  it('asks once for many who come at the same time', async () => {
    const asked = { query: page, id: nextProduct() };
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(asked)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(arrived.length).toBe(1);
  });

  it.each([
    ['encoding', 'accept-encoding', ['br', 'gzip', 'zstd', 'identity']],
    ['language', 'accept-language', ['de-DE', 'en-GB', 'fr-FR']],
    ['client', 'apollographql-client-name', ['shop', 'kiosk']],
    ['client version', 'apollographql-client-version', ['1.0.0', '2.0.0']],
    ['media type', 'accept', ['application/json', 'application/graphql-response+json']],
  ])('keeps an answer for each %s', async (_what, header, values) => {
    const id = nextProduct();
    const asked = values.map((value): Asked => ({ query: page, id, headers: { [header]: value } }));
    const [first, second] = [await oneByOne(asked), await oneByOne(asked)];
    expect(cachesOf(first)).toEqual(values.map(() => 'MISS'));
    expect(cachesOf(second)).toEqual(values.map(() => 'HIT'));
    expect(second.map(({ text }) => text)).toEqual(first.map(({ text }) => text));
    if (header !== 'accept-encoding') return;
    const encodings = ['br', 'gzip', 'zstd', undefined];
    expect(second.map(({ headers }) => headers['content-encoding'])).toEqual(encodings);
    expect(new Set(second.map(({ text }) => text)).size).toBe(1);
  });

  it('keeps no answer that is partial because a service is down', async () => {
    const asked = { query: page, id: nextProduct() };
    observed.unplugged.add('reviews');
    const partial = await oneByOne([asked, asked]);
    observed.unplugged.delete('reviews');
    for (const { cache, headers, data, codes } of partial) {
      expect([cache, headers['cache-control'], data.product.ratingSummary]).toEqual(['MISS', 'no-store', null]);
      expect(codes).toContain('UPSTREAM_UNAVAILABLE');
    }
    const whole = await ask(asked);
    expect([whole.cache, whole.codes]).toEqual(['MISS', []]);
    expect(whole.data.product.ratingSummary.count).toEqual(expect.any(Number));
  });

  const hash = createHash('sha256').update(page).digest('hex');
  it.each<[string, number, Omit<Asked, 'id'>]>([
    ['names a field that is not there', 400, { query: '{ nothing }' }],
    ['cannot be parsed', 400, { query: '{' }],
    ['has no document', 400, { query: '' }],
    [
      'names a document by a hash that nobody knows',
      200,
      { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    ],
    [
      'would register a document',
      200,
      { query: page, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    ],
    ['changes something', 405, { query: 'mutation { cancelOrder(input: { orderId: "x" }) { __typename } }' }],
    ['has a token that nobody signed', 401, { query: page, headers: { authorization: 'Bearer a.b.c' } }],
    ['may come from a page of another site', 400, { query: page, headers: { 'apollo-require-preflight': '' } }],
    ['takes no JSON', 406, { query: page, headers: { accept: 'image/png' } }],
  ])('keeps no refusal of a request that %s', async (_what, status, asked) => {
    const id = nextProduct();
    const answers = await oneByOne([
      { ...asked, id },
      { ...asked, id },
    ]);
    for (const { cache, headers, ...answer } of answers) {
      expect([cache, answer.status, answer.codes.length]).toEqual(['MISS', status, 1]);
      expect(headers['cache-control']).toMatch(/no-store|private/);
    }
    expect((await ask({ query: page, id })).data.product.id).toBe(id);
  });

  it('keeps no answer to a POST', async () => {
    const asked = { query: page, id: nextProduct(), method: 'POST' as const };
    const answers = await oneByOne([asked, asked]);
    for (const { cache, headers, data } of answers) {
      expect([cache, headers['cache-control']]).toEqual([undefined, 'no-store']);
      expect(data.product.id).toBe(asked.id);
    }
    expect(arrived.length).toBe(2);
  });

  it('answers 304 to a client that has the answer, without asking the BFF', async () => {
    const asked = { query: page, id: nextProduct() };
    const { headers } = await ask(asked);
    expect(headers.etag).toMatch(/^W\/"[^"]+"$/);
    const again = await ask({ ...asked, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.cache, again.text, again.headers.etag]).toEqual([304, 'HIT', '', headers.etag]);
    const other = await ask({ ...asked, headers: { 'if-none-match': 'W/"another"' } });
    expect([other.status, other.cache]).toEqual([200, 'HIT']);
    expect(arrived.length).toBe(1);
  });

  it('asks the BFF, when an answer expired, whether it still holds, and gets no body', async () => {
    const asked = { query: page, id: nextProduct() };
    const first = await ask(asked);
    await nginx.expireAll();
    observed.takeCalls();
    const again = await ask(asked);
    expect([again.status, again.cache, again.text]).toEqual([200, 'REVALIDATED', first.text]);
    const [, revalidation] = arrived;
    expect(revalidation?.requestHeaders['if-none-match']).toBe(first.headers.etag);
    expect([revalidation?.status, revalidation?.body.length]).toEqual([304, 0]);
    expect(revalidation?.headers).toMatchObject({ etag: first.headers.etag, vary: first.headers.vary });
    expect((await ask(asked)).cache).toBe('HIT');
  });

  it('has an answer of its own for HEAD', async () => {
    const asked = { query: page, id: nextProduct() };
    const [headed, got] = await oneByOne([{ ...asked, method: 'HEAD' }, asked]);
    expect([headed?.status, headed?.text]).toEqual([200, '']);
    expect(headed?.headers['content-length']).toBe(got?.headers['content-length']);
  });

  it('is told, at every answer, of all that decides it', async () => {
    const asked = { query: page, id: nextProduct() };
    const answers = [
      await ask(asked),
      await ask({ query: '{ nothing }' }),
      await ask({ query: withViewer, id: asked.id }),
    ];
    for (const { headers } of answers) {
      const names = String(headers.vary)
        .split(/,\s*/)
        .map((name) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(
        expect.arrayContaining([
          'accept',
          'accept-encoding',
          'accept-language',
          'apollographql-client-name',
          'apollographql-client-version',
        ]),
      );
      // Longer ones have nginx keep nothing.
      expect(String(headers.vary).length).toBeLessThanOrEqual(128);
    }
  });
});
