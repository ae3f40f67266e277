/** The contracts and the routes of the running services are the same list, seen from both sides. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DomainServices, type ServerRoute, serviceNames, startDomainServices } from '@facet/domain-services';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Contract, contractOf, contracts } from '../support/contract.ts';

const health = ['/livez', '/readyz'];
const nameOf = ({ method, url }: ServerRoute) => `${method} ${url}`;

function routesOf({ operations }: Contract): ServerRoute[] {
  return operations.map(({ method, path }) => ({ method, url: path.replaceAll(/\{(\w+)\}/g, ':$1') }));
}

/** What `Allow` says at a URL: its operations' methods, and HEAD beside GET (RFC 9110, 10.2.1). */
function allowedAt(contract: Contract, url: string): string[] {
  const methods = routesOf(contract).flatMap((route) => (route.url === url ? [route.method] : []));
  return (methods.includes('GET') ? [...methods, 'HEAD'] : methods).sort();
}

/** Routes that no operation describes; HEAD is GET without the body (RFC 9110, 9.3.2). */
function undescribed(contract: Contract, routes: readonly ServerRoute[]): ServerRoute[] {
  const described = new Set(routesOf(contract).map(nameOf));
  const asGet = ({ method, url }: ServerRoute) => ({ method: method === 'HEAD' ? 'GET' : method, url });
  return routes.filter((route) => !described.has(nameOf(asGet(route))) && !health.includes(route.url));
}

describe('routes of the services', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facet-routes-'));
  let services: DomainServices;
  beforeAll(async () => {
    services = await startDomainServices({
      database: { folder },
      identity: { issuer: 'http://localhost:1', audience: 'urn:facet:api' },
      ports: Object.fromEntries(serviceNames.map((name) => [name, 0])),
      logLevel: 'silent',
    });
  });
  afterAll(async () => {
    await services.close();
    rmSync(folder, { recursive: true });
  });

  it('has a contract for each service, and a service for each contract', () => {
    expect(contracts.map(({ service }) => service).sort()).toEqual([...serviceNames].sort());
  });

  it.each(serviceNames)('of %s has every operation of its contract', (service) => {
    const routes = new Set(services.routes[service].map(nameOf));
    expect(routesOf(contractOf(service)).filter((route) => !routes.has(nameOf(route)))).toEqual([]);
  });

  it.each(serviceNames)('of %s refuses every method that has no operation', async (service) => {
    const contract = contractOf(service);
    const answers = undescribed(contract, services.routes[service]).map(async ({ method, url }) => {
      const { status, headers } = await fetch(services.origins[service] + url.replaceAll(/:\w+/g, 'x'), { method });
      const allow = headers.get('allow')?.split(', ').sort();
      return { route: `${method} ${url}`, status, allow, expected: allowedAt(contract, url) };
    });
    const refused = await Promise.all(answers);
    expect(refused.filter(({ status, allow, expected }) => status !== 405 || `${allow}` !== `${expected}`)).toEqual([]);
    expect(refused.map(({ route }) => route)).toContain(`PUT ${routesOf(contract)[0]?.url}`);
  });

  it('notices a route that no operation describes', () => {
    const secret = { method: 'GET', url: '/v1/secrets' };
    expect(undescribed(contractOf('catalog'), [...routesOf(contractOf('catalog')), secret])).toEqual([secret]);
  });
});
