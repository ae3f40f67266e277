import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { type Bffs, type Services, startBffs, startServices } from '../support/bffs-over-services.ts';
import { postOperation } from '../support/post-operation.ts';

const sandbox = 'https://studio.apollographql.com';
const names = ['web', 'mobile'] as const;

let services: Services;
let development: Bffs;
let production: Bffs;
beforeAll(async () => {
  services = await startServices();
  development = await startBffs(services, {}, { environment: 'development' });
  production = await startBffs(services, {}, { environment: 'production', corsOrigins: ['https://shop.example'] });
});
afterAll(async () => {
  await Promise.all([development.close(), production.close()]);
  await services.close();
});

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
async function get(url: string, headers: Record<string, string> = {}) {
  const { statusCode: status, headers: answered, body } = await request(url, { headers });
  return { status, headers: answered, text: await body.text() };
}

async function allowedOrigin(url: string, origin: string) {
  const { headers, body } = await request(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
  await body.dump();
  return headers['access-control-allow-origin'];
}

describe.each(names)('%s in development', (name) => {
  it("answers a browser's GET with Apollo Sandbox, and / leads there", async () => {
    const page = await get(`${development[name]}/graphql`, browser);
    expect([page.status, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
    expect(page.text).toContain('sandbox');
    const root = await get(`${development[name]}/`, browser);
    expect([root.status, root.headers.location]).toEqual([302, '/graphql']);
  });

  it("lets Sandbox's origin in, and no other", async () => {
    expect(await allowedOrigin(development[name], sandbox)).toBe(sandbox);
    expect(await allowedOrigin(development[name], 'https://evil.example')).not.toBe('https://evil.example');
  });

  it('answers introspection', async () => {
    const answer = await postOperation(development[name], { query: '{ __schema { queryType { name } } }' });
    expect(answer.data.__schema.queryType.name).toBe('Query');
  });

  it('answers a query by GET', async () => {
    const answer = await get(`${development[name]}/graphql?query=${encodeURIComponent('{ __typename }')}`, {
      'apollo-require-preflight': '1',
    });
    expect(JSON.parse(answer.text)).toEqual({ data: { __typename: 'Query' } });
    expect(answer.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });
});

describe.each(names)('%s in production', (name) => {
  it('has no landing page and no introspection, and suggests no names', async () => {
    const page = await get(`${production[name]}/graphql`, browser);
    expect(page.text).not.toContain('<html');
    expect((await get(`${production[name]}/`, browser)).status).toBe(404);
    const [schema, typo] = await Promise.all(
      ['{ __schema { queryType { name } } }', '{ nodee }'].map((query) => postOperation(production[name], { query })),
    );
    expect([schema?.status, schema?.errors[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(typo?.text).not.toContain('Did you mean');
  });

  it('lets only the configured origins in', async () => {
    expect(await allowedOrigin(production[name], 'https://shop.example')).toBe('https://shop.example');
    expect(await allowedOrigin(production[name], sandbox)).not.toBe(sandbox);
  });
});

describe.each(names)('%s tells its health', (name) => {
  it.each([
    ['/livez', { status: 'alive' }],
    ['/readyz', expect.objectContaining({ status: 'ready', degraded: [] })],
  ])('at %s', async (path, body) => {
    const answer = await get(`${production[name]}${path}`);
    expect([answer.status, JSON.parse(answer.text), answer.headers['cache-control']]).toEqual([200, body, 'no-store']);
  });
});
