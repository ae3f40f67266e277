/** Zero trust inside: which tokens the services see, and what the provider is asked for them. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bff } from '@facet/core';
import { type IdentityProvider, startIdentityProvider } from '@facet/dev-env';
import { type DomainServices, type ServiceName, serviceNames, startDomainServices } from '@facet/domain-services';
import { createWebBff } from '@facet/web-bff';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Exchange, type Forwarder, startForwarder } from '../support/forwarder.ts';

type Arrived = Exchange & { readonly service: ServiceName };

const canary = 'canary-4711';
const arrived: Arrived[] = [];
const grants: URLSearchParams[] = [];
let folder: string;
let provider: IdentityProvider;
let services: DomainServices;
let forwarders: Forwarder[];
let bff: Bff;
let url: string;

const onRequest = (message: unknown) => {
  const { request } = message as { request: { origin: string; path: string; body?: unknown } };
  if (request.origin === provider.issuer && request.path === '/token') {
    grants.push(new URLSearchParams(String(request.body)));
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facet-service-tokens-'));
  provider = await startIdentityProvider({ port: 0 });
  services = await startDomainServices({
    database: { folder },
    ports: Object.fromEntries(serviceNames.map((name) => [name, 0])),
    identity: { issuer: provider.issuer, audience: 'urn:facet:{service}' },
    logLevel: 'silent',
  });
  forwarders = await Promise.all(
    serviceNames.map((service) =>
      startForwarder({
        to: () => services.origins[service],
        onExchange: (exchange) => arrived.push({ ...exchange, service }),
      }),
    ),
  );
  bff = await createWebBff({
    ...{ environment: 'test', port: 0, logLevel: 'silent', requestTimeoutMs: 15_000, attemptTimeoutMs: 10_000 },
    services: Object.fromEntries(serviceNames.map((name, at) => [name, { origin: String(forwarders[at]?.origin) }])),
    identity: {
      issuer: provider.issuer,
      audience: 'urn:facet:api',
      clientId: 'web-bff',
      clientSecret: 'web-bff-secret',
    },
  });
  url = await bff.listen();
  subscribe('undici:request:create', onRequest);
});
afterAll(async () => {
  unsubscribe('undici:request:create', onRequest);
  await bff.close();
  await Promise.all(forwarders.map((forwarder) => forwarder.close()));
  await services.close();
  await provider.close();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  arrived.splice(0);
  grants.splice(0);
});

async function ask(query: string, token?: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'x-canary': canary, cookie: `c=${canary}`, 'x-forwarded-for': canary },
      ...{ 'facet-subject': 'acc-002', 'user-agent': canary, 'idempotency-key': `key-${canary}`, range: canary },
      ...{ 'x-user-id': canary, forwarded: `for=${canary}`, 'proxy-authorization': canary, 'accept-language': canary },
      ...{ 'x-forwarded-host': canary, 'x-real-ip': canary, tracestate: `c=${canary}`, baggage: `c=${canary}` },
      ...{ 'x-b3-traceid': canary, 'cache-control': `no-store, ${canary}`, 'if-none-match': `"${canary}"` },
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: unknown; errors?: { path: unknown; extensions: { code: string } }[] };
}

const claimsOf = ({ requestHeaders }: Arrived) => {
  const [, payload = ''] = (requestHeaders.authorization ?? '').split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
};
const everything =
  '{ viewer { email cart { items { quantity } } orders { totalCount } } browse { edges { node { name stock { status } } } } }';

/** Puts some product into the cart. */
async function fillCart(token: string) {
  const { data } = await ask('{ browse(first: 1) { edges { node { id } } } }');
  const [{ node }] = (data as { browse: { edges: [{ node: { id: string } }] } }).browse.edges;
  return ask(`mutation { addToCart(input: { productId: "${node.id}", quantity: 1 }) { __typename } }`, token);
}

describe('a service', () => {
  it("never sees the client's token, only one for itself with the scope of the operation", async () => {
    const token = await provider.token('acc-001');
    const answer = await ask(everything, token);

    expect(answer.errors).toBeUndefined();
    expect(new Set(arrived.map(({ service }) => service)).size).toBeGreaterThanOrEqual(5);
    for (const call of arrived) {
      expect(JSON.stringify(call.requestHeaders)).not.toContain(token);
      const { aud, scope, sub, client_id, act } = claimsOf(call);
      const isPublic = ['catalog', 'inventory', 'reviews'].includes(call.service);
      expect({ aud, client_id }).toEqual({ aud: `urn:facet:${call.service}`, client_id: 'web-bff' });
      expect({ sub, act }).toEqual(isPublic ? { sub: 'web-bff' } : { sub: 'acc-001', act: { sub: 'web-bff' } });
      expect(String(scope)).toMatch(/^\w+:read$/);
    }
  });

  it('gets none of the headers that a client sends, but those that are its own affair', async () => {
    await ask(everything, await provider.token('acc-003'));
    await fillCart(await provider.token('acc-003'));

    const allowed = ['accept', 'authorization', 'connection', 'content-length', 'content-type', 'host'];
    const known = new Set([...allowed, 'idempotency-key', 'if-none-match', 'traceparent', 'x-request-id']);
    for (const { requestHeaders } of arrived) {
      const { 'idempotency-key': key, ...others } = requestHeaders;
      expect(Object.keys(requestHeaders).filter((name) => !known.has(name))).toEqual([]);
      expect(JSON.stringify(others)).not.toContain(canary);
      // What a change is known by begins with what the client said, as it should.
      if (key !== undefined) expect(key).toMatch(/^key-canary-4711:addToCart:/);
    }
    expect(arrived.some(({ method }) => method === 'POST')).toBe(true);
  });

  it("refuses the client's own token, and another service's", async () => {
    const [own, ofOrders] = await Promise.all([
      provider.token('acc-001'),
      provider.token('acc-001', 'urn:facet:orders'),
    ]);
    const statusOf = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${services.origins.carts}/v1/carts?ids=acc-001`, { headers })).status;
    };

    expect(await statusOf(own)).toBe(401);
    expect(await statusOf(ofOrders)).toBe(401);
    expect(await statusOf(await provider.token('acc-001', 'urn:facet:carts'))).toBe(200);
  });
});

describe('the provider', () => {
  it('is asked once for each caller, service and scope, however many requests need it', async () => {
    const [ann, ben] = await Promise.all([provider.token('acc-011'), provider.token('acc-012')]);
    const asked = Array.from({ length: 10 }, () => [ann, ben]).flat();
    const answers = await Promise.all(
      asked.map((token) => ask('{ viewer { cart { itemCount } orders { totalCount } } }', token)),
    );
    await Promise.all(asked.map((token) => ask('{ viewer { cart { itemCount } } }', token)));
    await fillCart(ann);

    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    const exchanges = grants.filter((form) => form.has('subject_token'));
    const asText = exchanges.map((form) => {
      const whose = form.get('subject_token') === ann ? 'ann' : 'ben';
      return `${whose} ${form.get('resource')} ${form.get('scope')}`;
    });
    expect(asText.filter((each) => / urn:facet:(carts|orders) /.test(each)).sort()).toEqual([
      'ann urn:facet:carts carts:read',
      'ann urn:facet:carts carts:write',
      'ann urn:facet:orders orders:read',
      'ben urn:facet:carts carts:read',
      'ben urn:facet:orders orders:read',
    ]);
    expect(new Set(asText).size).toBe(asText.length);
  });

  it('being away costs what is personal and new, and nothing else', async () => {
    const [known, unknown] = await Promise.all([provider.token('acc-021'), provider.token('acc-022')]);
    const cart = '{ viewer { cart { itemCount } } browse { totalCount } }';
    expect((await ask(cart, known)).errors).toBeUndefined();
    await provider.close();

    expect((await ask(cart, known)).errors).toBeUndefined();
    const { data, errors } = await ask(cart, unknown);
    expect(data).toMatchObject({ browse: { totalCount: expect.any(Number) } });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
  });
});
