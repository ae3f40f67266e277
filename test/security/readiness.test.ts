/** A process takes traffic when its own guards have refused what they are there for. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BffSettings } from '@facet/core';
import { describeWithRedis, startRedis } from '@facet/core/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { type Bffs, type Services, startBffs, startServices } from '../support/bffs-over-services.ts';
import { postOperation } from '../support/post-operation.ts';
import { startRecordingService } from '../support/recording-service.ts';

const names = ['web', 'mobile'] as const;

/** What the schemas of both give a way to try. */
const enforced = Object.fromEntries(
  [
    ...[
      'anonymous-rate',
      'point-rate',
      'field-rate Mutation.checkout',
      'failure-rate',
      'max-tokens',
      'max-root-fields',
    ],
    ...['max-directives', 'max-page-size', 'max-variables', 'max-variable-depth', 'max-variable-bytes'],
  ].map((guard) => [guard, 'enforce']),
);
const fieldRates = { 'Mutation.checkout': 10 };
const of = (count: number): Partial<BffSettings> => ({
  ...{ maxDepth: count, maxTokens: count, maxAliases: count, maxRootFields: count, maxDirectives: count },
  ...{ maxCost: count, maxPageSize: count, maxVariables: count, maxVariableDepth: count, maxVariableBytes: count },
});

let services: Services;
let production: Bffs;
beforeAll(async () => {
  services = await startServices();
  production = await startBffs(services, {}, { environment: 'production', trustedDocuments: 'enforce', fieldRates });
});
afterAll(async () => {
  await production.close();
  await services.close();
});

async function ready(url: string) {
  const { statusCode, body } = await request(`${url}/readyz`);
  const found = (await body.json()) as { guards: Record<string, string>; degraded: string[]; status: string };
  expect(statusCode).toBe(found.status === 'ready' ? 200 : 503);
  return found;
}

describe.each(names)('/readyz of %s', (name) => {
  it('is 200 after every guard has refused, and lists them', async () => {
    expect(await ready(production[name])).toEqual({
      status: 'ready',
      guards: expect.objectContaining({
        'content-type': 'enforce',
        preflight: 'enforce',
        'token-signature': 'enforce',
        'token-algorithm': 'enforce',
        // No operation of the mobile schema can nest so deeply.
        'max-depth': name === 'web' ? 'enforce' : 'off',
        'max-aliases': 'enforce',
        'max-cost': 'enforce',
        'get-mutation': 'enforce',
        'trusted-documents': 'enforce',
        introspection: 'enforce',
        ...enforced,
        // No token has to be bound to a key.
        'bound-tokens': 'off',
      }),
      degraded: [],
    });
  });

  it.each<[string, Partial<BffSettings>, object]>([
    ['low rates', { rateLimits: 'enforce', anonymousRate: 1, pointRate: 1 }, { 'anonymous-rate': 'enforce' }],
    ['low limits', { maxDepth: 1, maxAliases: 0, maxTokens: 20, maxBodyBytes: 1_000, maxPageSize: 1, maxCost: 1 }, {}],
    ['high limits', { maxDepth: 5_000, maxAliases: 5_000, maxCost: 1_000_000_000 }, { 'max-cost': 'off' }],
    ['limits of 1', of(1), { 'max-tokens': 'enforce', 'max-page-size': 'off', 'field-rate Mutation.checkout': 'off' }],
    [
      'limits that can just be tried',
      {
        ...of(1_000_000),
        maxAliases: 990,
        maxRootFields: 999,
        maxDirectives: 199,
        maxVariables: 999,
        maxVariableDepth: 999,
      },
      {
        'max-aliases': 'enforce',
        'max-root-fields': 'enforce',
        'max-directives': 'enforce',
        'max-variables': 'enforce',
      },
    ],
    [
      'limits beyond everything',
      of(2 ** 40),
      { 'max-root-fields': 'off', 'max-variable-bytes': 'off', 'point-rate': 'enforce' },
    ],
    [
      'limits of which none is enforced',
      { limitModes: { MAX_DEPTH: 'off', MAX_COST: 'measure', MAX_TOKENS: 'measure', MAX_VARIABLES: 'off' } },
      { 'max-cost': 'off', 'max-tokens': 'measure', 'max-variable-depth': 'off' },
    ],
    [
      'rates that cannot be exceeded',
      { anonymousRate: 1_000_000_000, pointRate: 1_000_000_000, fieldRates: { 'Mutation.checkout': 1_000_000_000 } },
      { 'point-rate': 'enforce', 'field-rate Mutation.checkout': 'enforce', 'failure-rate': 'enforce' },
    ],
    ['rates that are measured', { rateLimits: 'measure' }, { 'anonymous-rate': 'measure', 'failure-rate': 'measure' }],
    [
      'bound tokens only',
      { dpop: 'require', dpopOrigin: 'https://app.example' },
      { 'bound-tokens': 'enforce', 'token-signature': 'enforce' },
    ],
  ])('is ready with %s', async (_name, settings, guards) => {
    const bffs = await startBffs(
      services,
      {},
      {
        ...{ environment: 'production', trustedDocuments: 'off', fieldRates },
        ...settings,
      },
    );
    const found = await ready(bffs[name]);
    await bffs.close();
    expect(found).toMatchObject({ status: 'ready', guards });
  });

  it('asks no service', async () => {
    const service = await startRecordingService(() => ({ status: 500 }));
    const origins = Object.fromEntries(Object.keys(services.origins).map((one) => [one, service.origin]));
    const bffs = await startBffs(services, origins, {
      ...{ environment: 'production', trustedDocuments: 'off', fieldRates },
    });
    const { status } = await ready(bffs[name]);
    await bffs.close();
    await service.close();
    expect([status, service.calls]).toEqual(['ready', []]);
  });

  it('lists what does not enforce', async () => {
    const bffs = await startBffs(services, {}, { trustedDocuments: 'log' });
    const { guards, status } = await ready(bffs[name]);
    await bffs.close();
    expect(guards).toMatchObject({ 'trusted-documents': 'measure', introspection: 'off' });
    expect(status).toBe('ready');
  });

  it('is 503 until the issuer has given its keys, and needs it no more then', async () => {
    const { issuer } = services;
    let isUp = false;
    const provider = createServer((asked, response) => {
      response.writeHead(isUp ? 200 : 503, { 'content-type': 'application/json' });
      if (!isUp) return response.end('{}');
      return void fetch(`${issuer.issuer}${asked.url}`)
        .then((answer) => answer.text())
        .then((text) => response.end(text.replaceAll(`"${issuer.issuer}"`, `"${origin()}"`)));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const origin = () => `http://localhost:${(provider.address() as AddressInfo).port}`;
    const identity = { issuer: origin(), audience: issuer.audience, clientId: 'web-bff', clientSecret: 'secret' };
    const bffs = await startBffs(services, {}, { identity });
    expect(await ready(bffs[name])).toMatchObject({ status: 'starting', missing: ['keys'] });
    isUp = true;
    await until(async () => (await ready(bffs[name])).status === 'ready');
    isUp = false;
    expect(await ready(bffs[name])).toMatchObject({ status: 'ready' });
    await bffs.close();
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
  });

  it('stays 200 with a service that is down, and names it', async () => {
    const bffs = await startBffs(services, { catalog: 'http://localhost:1' }, { cache: false, speculate: false });
    const query =
      name === 'web' ? '{ browse(first: 1) { edges { node { id } } } }' : '{ searchScreen { tiles { id } } }';
    const tryIt = async () => (await postOperation(bffs[name], { query })).status;
    const statuses = [await tryIt(), await tryIt(), await tryIt(), await tryIt()];
    const found = await ready(bffs[name]);
    await bffs.close();
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(found).toMatchObject({ status: 'ready', degraded: ['catalog'] });
  });
});

describeWithRedis('/readyz beside Redis', () => {
  it.each(names)(
    'is 200 where rates are counted there, again and again: %s',
    async (name) => {
      const redis = await startRedis();
      const settings = {
        redisUrl: redis.url,
        rateLimits: 'enforce',
        anonymousRate: 1,
        pointRate: 1,
        fieldRates,
      } as const;
      for (const release of ['one', 'one', 'two']) {
        const bffs = await startBffs(services, {}, { ...settings, release });
        expect(await ready(bffs[name])).toMatchObject({ status: 'ready', guards: enforced });
        await bffs.close();
      }
      await redis.stop();
    },
    20_000,
  );

  it('is ready where Redis is away from the start or later, names it, and forgets it when it is back', async () => {
    let redis = await startRedis();
    const { url: redisUrl, port } = redis;
    await redis.kill();
    const bffs = await startBffs(services, {}, { redisUrl, rateLimits: 'enforce', fieldRates });
    const found = await ready(bffs.web);
    redis = await startRedis({ port });
    await until(async () => (await ready(bffs.web)).degraded.length === 0);
    await redis.kill();
    await until(async () => (await ready(bffs.web)).degraded.length > 0);
    const later = await ready(bffs.web);
    await bffs.close();
    await redis.stop();
    expect([found, later]).toMatchObject(Array(2).fill({ status: 'ready', degraded: ['redis'] }));
  }, 20_000);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
