import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboundRequest } from '../client/transport.ts';
import type { Source } from '../context/freshness.ts';
import { anonymous, createChain, type Service, startMs, startService } from './http-cache.fixture.ts';
import { createIsCurrent } from './is-current.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const headers = { 'cache-control': 'max-age=60', etag: '"a"' };

/** The source of an answer that the cache has. */
async function known() {
  const chain = createChain(service);
  service.serve({ headers });
  const { freshness } = await chain.get();
  return { ...chain, source: freshness?.sources[0] as Source, isCurrent: createIsCurrent(chain.send) };
}

describe('createIsCurrent', () => {
  it('makes no call while the answer is fresh', async () => {
    const { isCurrent, source } = await known();
    expect(await isCurrent(source, anonymous)).toMatchObject({ freshUntil: startMs + 60_000, sources: [source] });
    expect(service.heard).toHaveLength(1);
  });

  it('asks on a condition once it is not, and gives the new freshness', async () => {
    const { isCurrent, source, clock } = await known();
    clock.ms += 60_000;
    expect(await isCurrent(source, anonymous)).toMatchObject({ freshUntil: startMs + 120_000, sources: [source] });
    expect(service.heard[1]?.headers['if-none-match']).toBe('"a"');
  });

  it('asks as the answer was asked for: with the same scopes, or without a token', async () => {
    const asked: Pick<OutboundRequest, 'scopes' | 'token'>[] = [];
    const isCurrent = createIsCurrent(({ scopes, token }) => {
      asked.push({ scopes, token });
      return Promise.reject(new Error('no answer'));
    });
    const { source } = await known();
    await isCurrent({ ...source, scopes: ['catalog:read'] }, anonymous);
    await isCurrent({ ...source, token: 'none' }, anonymous);
    expect(asked).toEqual([
      { scopes: ['catalog:read'], token: undefined },
      { scopes: undefined, token: 'none' },
    ]);
  });

  it('compares with the whole answer where the cache has none any more', async () => {
    const { isCurrent, source, stores } = await known();
    await stores.touch(['url:catalog.listProducts']);
    expect(await isCurrent(source, anonymous)).toMatchObject({ sources: [source] });
    expect(service.heard[1]?.headers['if-none-match']).toBeUndefined();
  });

  it.each([
    ['changed', { headers: { ...headers, etag: '"b"' } }],
    ['may not be kept any more', { headers: { ...headers, 'cache-control': 'no-store' } }],
    ['failed', { status: 500 }],
    ['is gone', { status: 404, headers }],
  ])('says no where the answer %s', async (_what, served) => {
    const { isCurrent, source, clock } = await known();
    clock.ms += 60_000;
    service.serve(served);
    expect(await isCurrent(source, anonymous)).toBeUndefined();
  });

  it('says no where nobody can be asked', async () => {
    const { isCurrent, source, clock } = await known();
    const { etag: _etag, ...untagged } = source;
    expect(await isCurrent(untagged, anonymous)).toBeUndefined();
    clock.ms += 60_000;
    expect(await isCurrent(source, { ...anonymous, signal: AbortSignal.abort('gone') })).toBeUndefined();
    const none = createIsCurrent(() => Promise.reject(new Error('no answer')));
    expect(await none(source, anonymous)).toBeUndefined();
    expect(service.heard).toHaveLength(1);
  });
});
