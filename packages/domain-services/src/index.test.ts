import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Agent, request } from 'undici';
import { freePorts, onEachDatabase } from './database/each-database.fixture.ts';
import { audience, startTestIssuer } from './identity/key-set.fixture.ts';
import { type DomainServicesOptions, serviceNames, startDomainServices } from './index.ts';

const identity = { issuer: 'http://localhost:1', audience: 'urn:facet:api' };
let folder: string;
const options = (more: Partial<DomainServicesOptions> = {}): DomainServicesOptions => ({
  database: { folder },
  ports: freePorts,
  identity,
  logLevel: 'silent',
  ...more,
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-door-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

// Every row of every table, so that one changed letter shows.
function fingerprint(): string {
  const digest = createHash('sha256');
  const tables = {
    catalog: ['categories', 'products', 'related_products'],
    inventory: ['stock'],
    reviews: ['reviews', 'rating_summaries'],
    accounts: ['accounts', 'addresses'],
  };
  for (const [service, names] of Object.entries(tables)) {
    const db = new DatabaseSync(join(folder, `${service}.sqlite`), { readOnly: true });
    for (const name of names) digest.update(JSON.stringify(db.prepare(`select * from ${name} order by 1, 2`).all()));
    db.close();
  }
  return digest.digest('hex');
}

describe('startDomainServices', () => {
  it('makes the same data at every first start, within ten seconds, and keeps it afterwards', async () => {
    const startedAt = performance.now();
    await (await startDomainServices(options())).close();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    const first = fingerprint();
    await (await startDomainServices(options())).close();
    expect(fingerprint()).toBe(first);
    rmSync(folder, { recursive: true });
    await (await startDomainServices(options())).close();
    expect(fingerprint()).toBe(first);
  });

  it('runs only the services it is asked for', async () => {
    const running = await startDomainServices(options({ services: ['inventory', 'accounts'] }));
    expect(Object.keys(running.origins)).toEqual(['inventory', 'accounts']);
    await running.close();
  });

  it('names a port that is taken, and leaves nothing running', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const starting = startDomainServices(
      options({ services: ['inventory', 'accounts'], ports: { inventory: port, accounts: 0 } }),
    );
    await expect(starting).rejects.toThrow(`inventory: port ${port} is already taken`);
    await new Promise((resolve) => taken.close(resolve));
  });

  it('stops within a second although clients keep their connections', async () => {
    const running = await startDomainServices(options({ services: ['inventory'] }));
    const agent = new Agent({ keepAliveTimeout: 60_000 });
    const url = `${running.origins.inventory}/livez`;
    await Promise.all([1, 2, 3].map(async () => (await request(url, { dispatcher: agent })).body.dump()));
    const startedAt = performance.now();
    await running.close();
    expect(performance.now() - startedAt).toBeLessThan(1000);
    await expect(request(url, { dispatcher: agent })).rejects.toThrow();
    await agent.close();
  });

  it('answers 503 while the identity provider is away', async () => {
    const running = await startDomainServices(options({ services: ['inventory'] }));
    const agent = new Agent();
    const token = `${Buffer.from('{"alg":"RS256","typ":"at+jwt","kid":"k"}').toString('base64url')}.e30.c2ln`;
    const answer = await request(`${running.origins.inventory}/v1/stock`, {
      dispatcher: agent,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.statusCode).toBe(503);
    expect(await answer.body.json()).toMatchObject({ code: 'UNAVAILABLE' });
    await agent.close();
    await running.close();
  });

  it('gives pictures the origin it is told', async () => {
    const provider = await startTestIssuer();
    const imageOrigin = 'https://img.example';
    const identity = { issuer: provider.issuer, audience };
    const running = await startDomainServices(options({ services: ['catalog'], imageOrigin, identity }));
    const agent = new Agent();
    const answer = await request(`${running.origins.catalog}/v1/products?ids=prd-0001&fields=images`, {
      dispatcher: agent,
      headers: { authorization: `Bearer ${provider.clientToken()}` },
    });
    const body = (await answer.body.json()) as { items: { images: { url: string }[] }[] };
    expect(body.items[0]?.images[0]?.url).toBe('https://img.example/v1/images/prd-0001-1');
    await agent.close();
    await running.close();
    await provider.close();
  });

  onEachDatabase(serviceNames, (running) => {
    it('lets a second process start on the same data', async () => {
      const second = await startDomainServices(options({ database: running.database }));
      expect(Object.keys(second.origins)).toEqual(serviceNames);
      await second.close();
      expect((await running.get('reviews', '/v1/reviews?limit=1')).body.total).toBe(20_000);
    });
  });
});
