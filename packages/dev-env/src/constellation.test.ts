import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '@facet/domain-services';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ConstellationOptions, startConstellation } from './constellation.ts';
import { listen } from './listen.ts';

async function ask(url: string, query: string, token?: string) {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as unknown;
}

describe('startConstellation', () => {
  let folder: string;
  const start = (options: ConstellationOptions = {}) =>
    startConstellation({
      ports: 'system',
      database: { folder },
      logLevel: 'silent',
      environment: 'test',
      ...options,
    });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'facet-constellation-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('wires provider, services and both BFFs, on ports of the system, until it is closed', async () => {
    const { identity, services, web, mobile, close } = await start();
    try {
      const token = await identity.token('acc-001');
      const [viewer, screen] = await Promise.all([
        ask(web, '{ viewer { displayName } }', token),
        ask(mobile, '{ accountScreen { displayName } }', token),
      ]);

      const cart = await fetch(`${services.carts}/v1/carts/acc-001/items`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await identity.token('acc-001', 'urn:facet:carts')}`,
          'content-type': 'application/json',
          'idempotency-key': 'constellation',
        },
        body: JSON.stringify({ productId: 'prd-0001', quantity: 2 }),
      });

      expect(await cart.json()).toMatchObject({ id: 'acc-001', itemCount: 2, items: [{ productId: 'prd-0001' }] });
      expect(viewer).toEqual({ data: { viewer: { displayName: expect.any(String) } } });
      expect(screen).toEqual({ data: { accountScreen: { displayName: expect.any(String) } } });
      expect(Object.keys(services)).toEqual(serviceNames);
    } finally {
      await Promise.all([close(), close()]);
    }
    for (const url of [identity.issuer, ...Object.values(services), web, mobile]) {
      await expect(fetch(url)).rejects.toThrow();
    }
  });

  it('calls a service that runs elsewhere, and does not start its own', async () => {
    const called: string[] = [];
    const inventory = createServer((request, response) => {
      called.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ items: [{ productId: 'prd-0001', available: 7, status: 'inStock' }] }));
    });
    await listen(inventory, 0, '127.0.0.1');
    const origin = `http://localhost:${(inventory.address() as AddressInfo).port}`;
    const { services, mobile, close } = await start({ urls: { inventory: origin } });
    try {
      await ask(mobile, '{ productScreen(id: "prd-0001") { stock { label } } }');

      expect(services.inventory).toBe(origin);
      expect(called.map((url) => new URL(url, origin).searchParams.get('ids'))).toEqual(['prd-0001']);
    } finally {
      await close();
      inventory.close();
    }
  });

  it('brings people who sign in back to where their browser is', async () => {
    const origin = 'http://localhost:5173';
    const { web, close } = await start({ sessionOrigin: origin });
    const begun = await fetch(`${web}/auth/login`, { redirect: 'manual' });
    const there = new URL(begun.headers.get('location') ?? '');
    const asked = await fetch(there, { redirect: 'manual' });
    await close();
    expect(there.searchParams.get('redirect_uri')).toBe(`${origin}/auth/callback`);
    expect([asked.status, asked.headers.get('location')]).toEqual([303, expect.stringContaining('/interaction/')]);
  });

  it('stops what had started when the last port is taken', async () => {
    const holder = createServer();
    await listen(holder, 0, '127.0.0.1');
    const free = createServer();
    await listen(free, 0, '127.0.0.1');
    const taken = (holder.address() as AddressInfo).port;
    const identity = (free.address() as AddressInfo).port;
    free.close();
    const services = Object.fromEntries(serviceNames.map((name) => [name, 0]));
    const ports = { ...services, identity, web: 0, mobile: taken };

    await expect(start({ ports })).rejects.toMatchObject({ name: 'PortTakenError', listener: 'mobile', port: taken });
    await expect(fetch(`http://localhost:${identity}/jwks`)).rejects.toThrow();
    holder.close();
  });
});
