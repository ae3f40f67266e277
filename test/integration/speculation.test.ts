/** What an operation loaded level by level is asked for at once the next time, and the answer is that of now, always. */
import type { BffSettings } from '@facet/core';
import { startIdentityProvider } from '@facet/dev-env';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ChainBff,
  type ChainService,
  type ChainWorld,
  startChainBff,
  startChainService,
} from '../support/chain-bff.ts';
import { callerOf } from '../support/contract-gateway.ts';
import { until } from '../support/echo-bff.ts';

const query = '{ products { id seller { id rating { stars } } } }';
const myQuery = '{ products { seller { myRating { stars } } } }';

const worldOf = (given: Partial<ChainWorld> = {}): ChainWorld => ({
  products: [
    { id: 'p1', sellerId: 's1' },
    { id: 'p2', sellerId: 's2' },
  ],
  sellers: { s1: 'r1', s2: 'r2', s3: 'r3' },
  ratings: { r1: 1, r2: 2, r3: 3 },
  failing: new Set(),
  down: new Set(),
  ...given,
});
const answerOf = ({ products, sellers, ratings }: ChainWorld) => ({
  data: {
    products: products.map(({ id, sellerId }) => ({
      id,
      seller: { id: sellerId, rating: { stars: ratings[sellers[sellerId] ?? ''] } },
    })),
  },
});
const chainOfCalls = ['/products', '/ratings r1,r2', '/sellers s1,s2'];

type Provider = Awaited<ReturnType<typeof startIdentityProvider>>;
let provider: Provider;
beforeAll(async () => {
  provider = await startIdentityProvider({ port: 0 });
});
afterAll(() => provider.close());

let service: ChainService;
let bff: ChainBff;
let identity: BffSettings['identity'];
beforeEach(async () => {
  service = await startChainService();
  service.world = worldOf();
  identity = {
    issuer: provider.issuer,
    audience: 'urn:facet:api',
    clientId: 'web-bff',
    clientSecret: 'web-bff-secret',
  };
  bff = await startChainBff(service, { identity });
});
afterEach(async () => {
  service.isHolding = false;
  for (const { answer } of service.held) answer();
  await bff.close();
  await service.close();
});

/** Answers calls one by one, each when the service has so many. */
async function answerOneByOne(countsBefore: readonly number[]): Promise<void> {
  for (const count of countsBefore) {
    await until(() => service.held.size === count);
    for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
    expect(service.held.size).toBe(count);
    const [first] = service.held;
    first?.answer();
  }
}

describe('an operation of three dependent levels', () => {
  it('waits for level after level the first time, and asks for all at once the second', async () => {
    service.isHolding = true;
    const cold = bff.ask(query);
    await answerOneByOne([1, 1, 1]);
    expect([await cold, service.take().sort()]).toEqual([answerOf(service.world), chainOfCalls]);

    const warm = bff.ask(query);
    await until(() => service.held.size === 3);
    for (const { answer } of service.held) answer();
    expect([await warm, service.take().sort()]).toEqual([answerOf(service.world), chainOfCalls]);
  });

  it('answers with what the services say now, whichever answers first', async () => {
    await bff.ask(query);
    service.isHolding = true;
    for (const paths of [
      ['/products', '/sellers', '/ratings'],
      ['/ratings', '/sellers', '/products'],
    ]) {
      service.world = worldOf({ ratings: { r1: Math.random(), r2: 5, r3: 3 } });
      service.world.ratings.r1 = paths[0] === '/products' ? 7 : 8;
      const asked = bff.ask(query);
      await until(() => service.held.size === 3);
      for (const path of paths) [...service.held].find(({ call }) => call.path === path)?.answer();
      expect(await asked).toEqual(answerOf(service.world));
    }
  });

  it('makes one call more where its data has changed, and answers right', async () => {
    await bff.ask(query);
    service.take();
    service.world = worldOf({
      products: [
        { id: 'p1', sellerId: 's1' },
        { id: 'p3', sellerId: 's3' },
      ],
    });
    expect(await bff.ask(query)).toEqual(answerOf(service.world));
    expect(service.take().sort()).toEqual([...chainOfCalls, '/ratings r3', '/sellers s3'].sort());
  });

  it('ends the calls that nobody asks for, and does not wait for them', async () => {
    await bff.ask(query);
    service.world = worldOf({ products: [] });
    service.isHolding = true;
    const asked = bff.ask(query);
    await until(() => service.held.size === 3);
    [...service.held].find(({ call }) => call.path === '/products')?.answer();
    expect(await asked).toEqual({ data: { products: [] } });
    await until(() => service.held.size === 0);
  });

  it('is told nothing of a guess that failed, and asks again for what it needs of it', async () => {
    await bff.ask(query);
    service.take();
    // The guess fails for a seller that is no product's any more.
    service.world = worldOf({ products: [{ id: 'p1', sellerId: 's1' }], failing: new Set(['s2']) });
    expect(await bff.ask(query)).toEqual(answerOf(service.world));
  });

  it('asks nothing ahead of a service that struggles', async () => {
    await bff.ask(query);
    service.world = worldOf({ down: new Set(['/ratings']) });
    for (let count = 0; count < 4; count += 1) await bff.ask(query);
    service.world = worldOf();
    service.take();
    service.isHolding = true;
    const asked = bff.ask(query);
    await answerOneByOne([2, 1, 1]);
    expect([await asked, service.take()[2]]).toEqual([answerOf(service.world), '/ratings r1,r2']);
  });

  it('asks for level after level where speculation is off', async () => {
    const plain = await startChainBff(service, { speculate: false });
    await plain.ask(query);
    service.isHolding = true;
    const asked = plain.ask(query);
    await answerOneByOne([1, 1, 1]);
    expect(await asked).toEqual(answerOf(service.world));
    await plain.close();
  });
});

describe('a personal operation', () => {
  it('is guessed from the same person’s last run only', async () => {
    const [ann, bob] = [await provider.token('acc-001'), await provider.token('acc-002')];
    await bff.ask(myQuery, ann);
    service.take();
    service.isHolding = true;
    const bobs = bff.ask(myQuery, bob);
    await answerOneByOne([1, 1, 1]);
    const anns = bff.ask(myQuery, ann);
    await until(() => service.held.size === 3);
    const callers = [...service.held].map(({ call }) => [call.path, callerOf(call.headers.authorization)]);
    expect(callers.sort()).toEqual([
      ['/my-ratings', 'acc-001'],
      ['/products', 'web-bff'],
      ['/sellers', 'web-bff'],
    ]);
    for (const { answer } of service.held) answer();
    expect(await anns).toEqual(await bobs);
  });
});

describe('a public operation whose keys are the caller’s', () => {
  it.each([true, false])('is guessed from the same person’s last run only, coalescing: %s', async (coalesce) => {
    await bff.close();
    bff = await startChainBff(service, { identity, coalesce });
    const [ann, bob] = [await provider.token('acc-001'), await provider.token('acc-002')];
    for (let count = 0; count < 3; count += 1) await bff.ask('{ products { seller { ratingOfAccount { id } } } }', ann);
    expect(service.take()).toContain('/ratings acc-001');
    await bff.ask('{ products { seller { ratingOfAccount { id } } } }', bob);
    expect(service.take().sort()).toEqual(['/products', '/ratings acc-002', '/sellers s1,s2']);
  });
});

describe('speculation', () => {
  it('wastes at most a tenth of the calls of an operation that never loads the same', async () => {
    let calls = 0;
    let needed = 0;
    for (let count = 0; count < 150; count += 1) {
      const [seller, rating] = [`s${count}`, `r${count}`];
      service.world = worldOf({
        products: [{ id: 'p', sellerId: seller }],
        sellers: { [seller]: rating },
        ratings: { [rating]: count },
      });
      expect(await bff.ask(query)).toEqual(answerOf(service.world));
      calls += service.take().length;
      needed += 3;
    }
    expect(calls).toBeGreaterThan(needed);
    expect(calls - needed).toBeLessThanOrEqual(calls / 10);
  });

  it('never changes an answer, however the services change and fail between runs', async () => {
    const plain = await startChainBff(service, { speculate: false });
    const id = (letter: string) => fc.constantFrom('1', '2', '3', '4').map((digit) => letter + digit);
    const world = fc.record({
      products: fc.uniqueArray(fc.record({ id: id('p'), sellerId: id('s') }), {
        selector: (one) => one.id,
        maxLength: 4,
      }),
      sellers: fc.dictionary(id('s'), id('r')),
      ratings: fc.dictionary(id('r'), fc.nat(5)),
      failing: fc.option(fc.oneof(id('s'), id('r')), { nil: 'none' }).map((key) => new Set([key])),
      down: fc.constantFrom('none', 'none', 'none', '/sellers', '/ratings', '/products').map((path) => new Set([path])),
    });
    const runs = fc.array(fc.record({ world, times: fc.integer({ min: 1, max: 3 }) }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(runs, async (given) => {
        for (const { world, times } of given) {
          service.world = world;
          for (let count = 0; count < times; count += 1) {
            const [now, expected] = [await bff.ask(query), await plain.ask(query)];
            expect(comparable(now)).toEqual(comparable(expected));
          }
        }
      }),
      { numRuns: 40 },
    );
    await plain.close();
  });
});

/** Without the trace of its own request; errors of one level may come in any order. */
function comparable({ data, errors = [] }: Awaited<ReturnType<ChainBff['ask']>>) {
  return { data, errors: errors.map(({ path, extensions }) => `${path} ${extensions.code}`).sort() };
}
