/** What is told of a rate is told to its caller alone. */
import type { BffSettings } from '@facet/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type RatedBff, startRatedBff } from '../support/rated-bff.ts';
import { startShelf, startShelfBff } from '../support/shelf-bff.ts';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

let issuer: TestIssuer;
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.close());
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(settings: Partial<BffSettings> = {}): Promise<RatedBff> {
  const bff = await startRatedBff(issuer, settings);
  ends.push(bff.close);
  return bff;
}

describe('what answers tell of rates', () => {
  const post = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
  const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/graphql?query={__typename}`, { headers: { 'apollo-require-preflight': '1', ...headers } });
  const remainingOf = ({ headers }: Response) => Number(headers.get('ratelimit-remaining'));

  it('is of each caller alone, also where they have one answer between them, which costs points once', async () => {
    const shelf = await startShelf();
    ends.push(shelf.close);
    const trustedProxies = ['127.0.0.0/8', '::1'];
    const bff = await startShelfBff(shelf, issuer.issuer, { rateLimits: 'enforce', pointRate: 1, trustedProxies });
    ends.push(bff.close);
    const ask = async (id: string, address: string) => {
      const { status, headers } = await bff.post(`{ book(id: "${id}") { title } }`, { 'x-forwarded-for': address });
      return [status, Number(headers['ratelimit-remaining'])];
    };
    expect(await ask('a', '198.51.100.1')).toEqual([200, 0]);
    expect(await ask('a', '198.51.100.1')).toEqual([200, 98]);
    expect(await ask('a', '198.51.100.2')).toEqual([200, 99]);
    expect(shelf.takeCalls()).toHaveLength(1);
    expect(await ask('b', '198.51.100.1')).toEqual([429, 0]);
    expect(shelf.takeCalls()).toEqual([]);

    const together = await Promise.all(Array.from({ length: 5 }, () => ask('b', '198.51.100.3')));
    expect(together.map(([status]) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(together.map(([, remaining]) => remaining).sort()).toEqual([0, 95, 96, 97, 98]);
    expect(shelf.takeCalls()).toHaveLength(1);
  });

  it('is nothing where a cache in front may keep the answer, or has it', async () => {
    const { url } = await start({ anonymousRate: 4 });
    const first = await get(url);
    const etag = first.headers.get('etag') ?? '';
    const again = await get(url, { 'if-none-match': etag });
    expect([first.status, again.status]).toEqual([200, 304]);
    for (const answer of [first, again, await get(url)]) {
      expect(answer.headers.get('cache-control')).toMatch(/^public/);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('ratelimit'))).toEqual([]);
    }
    await get(url);
    const refused = await get(url);
    expect([refused.status, remainingOf(refused), refused.headers.get('cache-control')]).toEqual([429, 0, 'no-store']);
  });

  it('is which rates the request counted for, all of them', async () => {
    const { ask } = await start({ fieldRates: { 'Mutation.other': 5 } });
    const policies = async (query: string, authorization?: string) => {
      const { headers } = await ask(query, authorization === undefined ? {} : { authorization });
      return headers.get('ratelimit-policy')?.split(', ');
    };
    const [ofAddress, ofPoints] = ['100;w=60;comment="anonymous"', '10000;w=60;comment="points"'];
    const ofField = '5;w=60;comment="Mutation.other"';
    expect(await policies('{ me }')).toEqual([ofAddress, ofPoints]);
    expect(await policies('mutation { other }')).toEqual([ofAddress, ofField, ofPoints]);
    expect(await policies('mutation { other }', `Bearer ${issuer.token('acc-001')}`)).toEqual([ofField, ofPoints]);
    expect(await policies('{ me }', 'Bearer x')).toEqual(['100;w=60;comment="failures"']);
    expect(await policies('{ nothing }')).toEqual([ofAddress]);
  });

  it('may be read by pages of the origins that may call', async () => {
    const { url } = await start({ anonymousRate: 1, corsOrigins: ['https://shop.example'] });
    for (const status of [200, 429]) {
      const answer = await post(url, { origin: 'https://shop.example' });
      expect(answer.status).toBe(status);
      const readable = answer.headers.get('access-control-expose-headers')?.split(/, */);
      expect(readable).toEqual(
        expect.arrayContaining([
          'retry-after',
          ...['policy', 'limit', 'remaining', 'reset'].map((name) => `ratelimit-${name}`),
        ]),
      );
    }
  });
});
