import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountsRoutes } from '../generated/accounts-routes.ts';
import { cartsRoutes } from '../generated/carts-routes.ts';
import { catalogRoutes } from '../generated/catalog-routes.ts';
import { inventoryRoutes } from '../generated/inventory-routes.ts';
import { ordersRoutes } from '../generated/orders-routes.ts';
import { paymentsRoutes } from '../generated/payments-routes.ts';
import { reviewsRoutes } from '../generated/reviews-routes.ts';
import type { Route } from '../http/operation.ts';
import { type DomainServices, type ServiceName, serviceNames, startDomainServices } from '../index.ts';
import { startTestIssuer, type TestIssuer } from './key-set.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'facet-zero-trust-'));
let issuer: TestIssuer;
let running: DomainServices;

beforeAll(async () => {
  issuer = await startTestIssuer();
  running = await startDomainServices({
    ports: Object.fromEntries(serviceNames.map((name) => [name, 0])),
    database: { folder },
    identity: { issuer: issuer.issuer, audience: 'urn:facet:{service}' },
    logLevel: 'silent',
  });
}, 30_000);
afterAll(async () => {
  await running.close();
  await issuer.close();
  rmSync(folder, { recursive: true });
});

interface Asking {
  /** Of the token, where there is one. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(service: ServiceName, { claims, path, method = 'GET', headers = {} }: Asking) {
  const authorization = claims === undefined ? {} : { authorization: `Bearer ${issuer.sign(claims)}` };
  const response = await fetch(running.origins[service] + path, {
    method,
    headers: { ...authorization, 'content-type': 'application/json', 'idempotency-key': 'k', ...headers },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });
  const { code, items, groups } = (await response.json()) as { code?: string; items?: unknown[]; groups?: unknown[] };
  return { status: response.status, code, items, groups, challenge: response.headers.get('www-authenticate') };
}

const routes: Readonly<Record<ServiceName, object>> = {
  catalog: catalogRoutes,
  inventory: inventoryRoutes,
  reviews: reviewsRoutes,
  accounts: accountsRoutes,
  carts: cartsRoutes,
  orders: ordersRoutes,
  payments: paymentsRoutes,
};
const operations = serviceNames.flatMap((service) =>
  Object.entries(routes[service] as Record<string, Route>)
    .filter(([, { secured }]) => secured)
    .map(([id, route]) => [service, id, route] as const),
);
const pathOf = ({ url }: Route) => url.replaceAll(/:\w+/g, 'x');

describe('every operation of a service', () => {
  it('needs a scope, if it needs a token', () => {
    expect(operations.filter(([, , { scopes = [] }]) => scopes.length === 0)).toEqual([]);
    expect(operations.length).toBeGreaterThan(20);
  });

  it.each(operations)('%s.%s refuses tokens that are not for it, and none', async (service, _id, route) => {
    const asking = { path: pathOf(route), method: route.method };
    const other = service === 'carts' ? 'urn:facet:payments' : 'urn:facet:carts';
    const aud = `urn:facet:${service}`;
    const expired = Math.floor(Date.now() / 1_000) - 6;
    for (const claims of [
      { aud: other },
      { aud: 'urn:facet:api' },
      { aud, exp: expired },
      { aud, cnf: { jkt: 'k' } },
    ]) {
      expect(await ask(service, { ...asking, claims })).toMatchObject({
        status: 401,
        code: 'UNAUTHENTICATED',
        challenge: expect.stringContaining('invalid_token'),
      });
    }
    expect(await ask(service, asking)).toMatchObject({ status: 401, challenge: 'Bearer' });
  });

  it.each(operations)('%s.%s refuses a token without its scope, and says which', async (service, _id, route) => {
    const claims = { aud: `urn:facet:${service}`, scope: `${service}:other` };
    expect(await ask(service, { claims, path: pathOf(route), method: route.method })).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
      challenge: `Bearer error="insufficient_scope", scope="${route.scopes?.join(' ')}"`,
    });
  });

  it.each(operations)('%s.%s lets nobody act for a person but a service of its own', async (service, _id, route) => {
    const headers = { 'facet-subject': 'acc-002' };
    const scope = route.scopes?.join(' ');
    const asking = { path: pathOf(route), method: route.method, headers };
    for (const who of [
      {},
      { client_id: 'orders' },
      { sub: 'web-bff', client_id: 'web-bff' },
      { sub: 'carts', client_id: 'carts' },
    ]) {
      const claims = { aud: `urn:facet:${service}`, scope, ...who };
      expect(await ask(service, { ...asking, claims })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    }
  });
});

describe('a service', () => {
  const aud = 'urn:facet:carts';

  it('takes a token that is for it and allows what is asked', async () => {
    const claims = { aud, scope: 'carts:read' };
    expect(await ask('carts', { claims, path: '/v1/carts?ids=acc-001' })).toMatchObject({ status: 200 });
  });

  it('refuses the right scope without the person that it is about', async () => {
    const claims = { aud, scope: 'carts:read', sub: 'web-bff', client_id: 'web-bff' };
    expect(await ask('carts', { claims, path: '/v1/carts?ids=acc-001' })).toMatchObject({ status: 403 });
  });

  it.each<[ServiceName, string]>([
    ['carts', '/v1/carts?ids=acc-002'],
    ['accounts', '/v1/profiles?ids=acc-002'],
    ['accounts', '/v1/addresses?ids='],
  ])("%s gives a person nothing of another's with the right scope (%s)", async (service, path) => {
    const claims = { aud: `urn:facet:${service}`, scope: `${service}:read` };
    const owner = { ...claims, sub: 'acc-002' };
    const list = await ask('accounts', {
      claims: { ...owner, aud: 'urn:facet:accounts', scope: 'accounts:read' },
      path: '/v1/addresses?accountIds=acc-002',
    });
    const [
      {
        items: [{ id }],
      },
    ] = list.groups as [{ items: [{ id: string }] }];
    const whole = path.endsWith('=') ? path + id : path;
    expect((await ask(service, { claims: owner, path: whole })).items).toHaveLength(1);
    const { status, items = [] } = await ask(service, { claims, path: whole });
    expect([200, 403]).toContain(status);
    expect(items).toEqual([]);
  });

  it('that acts for people may do so where the contract says, and with a token of its own', async () => {
    const claims = { aud, scope: 'carts:read', sub: 'orders', client_id: 'orders' };
    const asking = { claims, path: '/v1/carts?ids=acc-002', headers: { 'facet-subject': 'acc-002' } };
    expect(await ask('carts', asking)).toMatchObject({ status: 200 });
    expect(await ask('payments', { ...asking, path: '/v1/payments?ids=x' })).toMatchObject({ status: 401 });
  });
});
