/** Processes that share a Redis and are of one release share whole answers, and what ends them. */
import { describeWithRedis, type RedisServer, startRedis } from '@facet/core/testing';
import { startIdentityProvider } from '@facet/dev-env';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Shelf, type ShelfBff, startShelf, startShelfBff } from '../support/shelf-bff.ts';

const greeting = '{ book(id: "a") { title greeting } }';

describeWithRedis('whole answers in Redis', () => {
  let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
  let redis: RedisServer;
  let shelf: Shelf;
  const bffs: ShelfBff[] = [];
  const start = async () => {
    const settings = { redisUrl: redis.url, release: 'r1' };
    const bff = await startShelfBff(shelf, provider.issuer, settings);
    bffs.push(bff);
    return bff;
  };
  /** Asks until it keeps answers: Redis may not be there yet, and the first request finds out what the operation is. */
  const keeping = async (bff: ShelfBff) => {
    let calls = ['?'];
    while (calls.length > 0) {
      await bff.get(greeting);
      shelf.takeCalls();
      await bff.get(greeting);
      calls = shelf.takeCalls();
    }
  };
  beforeEach(async () => {
    provider = await startIdentityProvider({ port: 0 });
    redis = await startRedis();
    shelf = await startShelf();
  });
  afterEach(async () => {
    for (const bff of bffs.splice(0)) await bff.close();
    await shelf.close();
    await redis.stop();
    await provider.close();
  });

  it('are given by every process of the release, and end with a change through any', async () => {
    const [one, other] = [await start(), await start()];
    await keeping(one);
    await keeping(other);
    const executions = [one.executions(), other.executions()];
    const token = `Bearer ${await provider.token('acc-001')}`;
    await one.post('mutation { rename(id: "a", title: "Persuasion") }', { authorization: token });
    expect((await other.get(greeting)).text).toContain('Persuasion');
    shelf.takeCalls();
    expect((await one.get(greeting)).text).toContain('Persuasion');
    expect([one.executions(), other.executions(), shelf.takeCalls()]).toEqual([
      executions[0],
      (executions[1] ?? 0) + 1,
      [],
    ]);
  });

  it('are executed where Redis is gone', async () => {
    const bff = await start();
    await keeping(bff);
    await redis.kill();
    shelf.titles.set('a', 'Sanditon');
    expect((await bff.get(greeting)).text).toContain('Sanditon');
  });
});
