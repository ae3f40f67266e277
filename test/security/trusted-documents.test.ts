/** Only documents that apps were built with are answered where that is enforced, and reported where it is measured. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Bffs, type Services, startBffs, startServices } from '../support/bffs-over-services.ts';

interface Manifest {
  readonly operations: readonly { readonly id: string; readonly name: string; readonly body: string }[];
}
interface Sent {
  readonly status: number;
  readonly cacheControl: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the operation asked for
  readonly json: any;
}

const schemas = join(import.meta.dirname, '../../schemas');
const readManifest = (path: string): Manifest => JSON.parse(readFileSync(join(schemas, path), 'utf8'));
const manifests = { web: readManifest('web/manifest.json'), mobile: readManifest('mobile/manifest.json') };
type Client = keyof typeof manifests;
/** What anybody may ask, and with what. */
const asked = {
  web: { name: 'Search', variables: { text: 'lamp' } },
  mobile: { name: 'Search', variables: { text: 'lamp' } },
};
const documentOf = (client: Client) => {
  const { name } = asked[client];
  const document = manifests[client].operations.find((operation) => operation.name === name);
  if (document === undefined) throw new Error(`${client} has no operation ${name}`);
  return { ...document, variables: asked[client].variables };
};
const toId = (text: string) => createHash('sha256').update(text).digest('hex');
const byHash = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

async function send(url: string, what: object, { by = 'POST', headers = {} } = {}): Promise<Sent> {
  const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const parameters = Object.entries(what).map(([name, value]): [string, string] => [name, toText(value)]);
  const search = new URLSearchParams(parameters);
  const response = await (by === 'GET'
    ? fetch(`${url}/graphql?${search}`, { headers: { 'apollo-require-preflight': '1', ...headers } })
    : fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(what),
      }));
  const { status } = response;
  return { status, cacheControl: response.headers.get('cache-control'), json: await response.json() };
}
const codeOf = ({ json }: Sent) => json.errors?.[0].extensions.code;

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());

const clients = ['web', 'mobile'] as const;

describe.each(clients)('trusted documents, enforced, on %s', (client) => {
  const { id, body, variables } = documentOf(client);
  let bffs: Bffs;
  let url: string;
  beforeAll(async () => {
    bffs = await startBffs(services, {}, { trustedDocuments: 'enforce', apq: true });
    url = bffs[client];
  });
  afterAll(() => bffs.close());

  it.each<[string, object]>([
    ['documentId', { documentId: id }],
    ['documentId with the name of the hash', { documentId: `sha256:${id}` }],
    ["Apollo's hash", byHash(id)],
    ["Apollo's hash beside the text", { query: body, ...byHash(id) }],
  ])('answers %s, by POST and by GET', async (_, naming) => {
    for (const by of ['POST', 'GET']) {
      const answer = await send(url, { ...naming, variables }, { by });
      expect(answer).toMatchObject({ status: 200, json: { data: expect.anything() } });
      expect(answer.json.errors).toBeUndefined();
    }
  });

  it('lets a GET be kept, and answers it with what it has', async () => {
    const sent = { documentId: id, variables };
    const first = await send(url, sent, { by: 'GET' });
    const second = await send(url, sent, { by: 'GET' });
    expect(first.cacheControl).toMatch(/^public, max-age=/);
    expect(second).toMatchObject({ status: 200, cacheControl: expect.stringMatching(/^public, max-age=/) });
    expect(second.json).toEqual(first.json);
  });

  it('carries out no mutation by GET', async () => {
    const mutation = manifests[client].operations.find(({ name }) => name === 'AddToCart');
    const answer = await send(url, { documentId: mutation?.id, variables: { productId: 'x' } }, { by: 'GET' });
    expect(answer.status).toBe(405);
  });

  const other = '{ __typename }';
  it.each<[string, object, string]>([
    ['a text', { query: other }, 'PERSISTED_QUERY_ONLY'],
    ['a trusted text', { query: body, variables }, 'PERSISTED_QUERY_ONLY'],
    ['introspection', { query: '{ __schema { types { name } } }' }, 'PERSISTED_QUERY_ONLY'],
    ['an unknown id', { documentId: toId(other) }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an unknown hash', byHash(toId(other)), 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id with another text', { documentId: id, query: other }, 'PERSISTED_QUERY_ONLY'],
    ['a text to be kept', { query: other, ...byHash(toId(other)) }, 'PERSISTED_QUERY_ONLY'],
  ])('refuses %s, every time', async (_, sent, code) => {
    for (const by of ['POST', 'GET', 'POST']) {
      const answer = await send(url, sent, { by });
      expect([answer.status, codeOf(answer), answer.cacheControl]).toEqual([400, code, 'no-store']);
      expect(answer.json.data).toBeUndefined();
    }
  });

  it('has kept nothing of what it refused', async () => {
    expect(codeOf(await send(url, byHash(toId(other))))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('refuses a list of operations', async () => {
    expect(await send(url, [{ documentId: id, variables }])).toMatchObject({ status: 400 });
  });

  it('answers any name with 4xx, never with data or 5xx', async () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', `${id} `, id.toUpperCase(), `md5:${id}`, id.slice(1)),
      fc.anything({ withNullPrototype: false }),
    );
    const property = fc.asyncProperty(names, fc.boolean(), async (name, isHash) => {
      const what = isHash ? byHash(name) : { documentId: name };
      const answer = await send(url, JSON.parse(JSON.stringify({ ...what, variables })));
      expect(Math.trunc(answer.status / 100)).toBe(4);
      expect(answer.json.data).toBeUndefined();
    });
    await fc.assert(property, { numRuns: 100 });
  });
});

describe('all documents of all builds', () => {
  it.each(clients)('are known by their ids on %s', async (client) => {
    const bffs = await startBffs(services, {}, { trustedDocuments: 'enforce' });
    const released = ['ios-1.0.0', 'android-1.0.0'].map((build) => readManifest(`mobile/releases/${build}.json`));
    const all = [manifests[client], ...(client === 'mobile' ? released : [])].flatMap(({ operations }) => operations);
    for (const { id } of all) {
      const answer = await send(bffs[client], { documentId: id });
      expect(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_ONLY', 'GRAPHQL_VALIDATION_FAILED']).not.toContain(
        codeOf(answer),
      );
    }
    await bffs.close();
  });
});

describe.each(clients)('trusted documents, measured, on %s', (client) => {
  it('answers as usual, ids included', async () => {
    const { id, body, variables } = documentOf(client);
    const bffs = await startBffs(services, {}, { trustedDocuments: 'log', requireDocumentId: client === 'mobile' });
    const byId = await send(bffs[client], { documentId: id, variables });
    expect(await send(bffs[client], { query: body, variables })).toEqual(byId);
    expect((await send(bffs[client], { query: '{ __schema { queryType { name } } }' })).json.data).toBeDefined();
    await bffs.close();
  });
});

describe('a retired build', () => {
  it.each(['enforce', 'off'] as const)(
    'is told to update, in its language, whatever it asks and whoever it is; %s',
    async (trustedDocuments) => {
      const bffs = await startBffs(services, {}, { trustedDocuments, apq: true });
      const build = { 'apollographql-client-name': 'ios', 'apollographql-client-version': '0.9.0' };
      const languages = { 'de-AT': 'aktualisieren', 'fr-FR': 'jour', 'es-MX': 'Actualícela', 'ja-JP': 'update' };
      for (const [language, word] of Object.entries(languages)) {
        const headers = { ...build, 'accept-language': language, authorization: 'Bearer expired' };
        const answer = await send(bffs.mobile, { query: '{ a }' }, { headers });
        expect([answer.status, codeOf(answer)]).toEqual([410, 'CLIENT_BUILD_RETIRED']);
        expect(answer.json.errors[0].message).toContain(word);
      }
      const inUse = { ...build, 'apollographql-client-version': '1.0.0' };
      const { id, variables } = documentOf('mobile');
      const naming = trustedDocuments === 'off' ? { query: '{ __typename }' } : { documentId: id, variables };
      expect(await send(bffs.mobile, naming, { headers: inUse })).toMatchObject({ status: 200 });
      await bffs.close();
    },
  );
});

describe('automatic persisted queries on web', () => {
  it.each([{ cache: true }, { cache: false }])('are there after one round; %j', async (settings) => {
    const bffs = await startBffs(services, {}, { apq: true, ...settings });
    const query = '{ search(text: "lamp", first: 1) { totalCount } }';
    const naming = byHash(toId(query));
    for (const by of ['GET', 'POST']) {
      const missing = await send(bffs.web, naming, { by });
      expect(missing).toMatchObject({ status: 200, cacheControl: 'private, no-cache' });
      expect(missing.json.errors[0]).toMatchObject({ message: 'PersistedQueryNotFound' });
    }
    const wrong = await send(bffs.web, { query: '{ __typename }', ...naming });
    expect([wrong.status, codeOf(wrong)]).toEqual([400, 'BAD_REQUEST']);
    const first = await send(bffs.web, { query, ...naming });
    expect(first.json).toEqual({ data: { search: { totalCount: expect.any(Number) } } });
    for (const by of ['GET', 'POST']) expect((await send(bffs.web, naming, { by })).json).toEqual(first.json);
    await bffs.close();
  });
});
