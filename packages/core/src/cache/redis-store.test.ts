import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createRedis, describeWithRedis, type Redis, type RedisServer, startRedis } from '../testing.fixture.ts';
import type { RedisCommands } from './redis-commands.ts';
import { createRedisStores, type RedisStores } from './redis-store.ts';
import type { Store, TagVersions } from './store.ts';
import { type Held, json, keepOne, readOne } from './stores.fixture.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  jest.useRealTimers();
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(options = {}): Promise<RedisServer> {
  const server = await startRedis(options);
  ends.push(server.stop);
  return server;
}

const until = (redis: Redis, wanted: 'up' | 'down') =>
  new Promise<void>((resolve) => {
    if (redis.state() === wanted) resolve();
    redis.onChange((state) => state === wanted && resolve());
  });

interface Node {
  readonly redis: Redis;
  readonly stores: RedisStores;
  readonly store: Store<Held>;
}

async function open({ url }: RedisServer, { timeoutMs = 10_000, maxBytes = 1_000_000 } = {}): Promise<Node> {
  const redis = createRedis({ url, timeoutMs });
  ends.push(redis.close);
  await until(redis, 'up');
  const stores = createRedisStores({ redis, namespace: 'test', maxBytes });
  ends.push(stores.close);
  return { redis, stores, store: stores.create('items', json) };
}

describeWithRedis('createRedisStores over a Redis with trouble', () => {
  it('misses what was cut off, is foreign, or does not parse', async () => {
    const { redis, store } = await open(await start());
    await keepOne(store, 'a', ['t'], 1);
    const whole = (await redis.send(['GET', 'facet:e:test:items:a'])) as Buffer;
    const wrong = Buffer.from(whole);
    wrong.write('!', whole.length - 1);
    for (const bytes of [whole.subarray(0, whole.length - 1), Buffer.alloc(0), 'foreign', wrong]) {
      await redis.send(['SET', 'facet:e:test:items:a', bytes]);
      expect((await readOne(store, 'a', ['t'])).value).toBeUndefined();
    }
    await redis.send(['SET', 'facet:e:test:items:a', whole]);
    expect((await readOne(store, 'a', ['t'])).value).toEqual({ n: 1 });
    await redis.send(['DEL', 'facet:e:test:items:a']);
    await redis.send(['RPUSH', 'facet:e:test:items:a', 'of another type']);
    expect((await readOne(store, 'a', ['t'])).value).toBeUndefined();
  });

  it('misses entries whose versions are lost, all of them or one', async () => {
    const { redis, store } = await open(await start());
    for (const lose of [['DEL', 'facet:t:t'], ['DEL', 'facet:t:'], ['SET', 'facet:t:t', 'foreign'], ['FLUSHALL']]) {
      await redis.send(['DEL', 'facet:t:t']);
      await keepOne(store, 'a', ['t'], 1);
      expect((await readOne(store, 'a', ['t'])).value).toEqual({ n: 1 });
      await redis.send(lose);
      expect((await readOne(store, 'a', ['t'])).value).toBeUndefined();
    }
  });

  it('misses what a restarted Redis brings back from before a change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'facet-redis-saved-'));
    ends.push(async () => rmSync(folder, { recursive: true }));
    const server = await start({ folder });
    const { redis, stores, store } = await open(server);
    await keepOne(store, 'a', ['t'], 1);
    await redis.send(['SAVE']);
    await stores.touch(['t']);
    await server.kill();
    await until(redis, 'down');
    await start({ folder, port: server.port });
    await until(redis, 'up');
    expect(await redis.send(['EXISTS', 'facet:e:test:items:a', 'facet:t:t'])).toBe(2);
    expect((await readOne(store, 'a', ['t'])).value).toBeUndefined();
  });

  it('gives everybody the version that one reader made, of readers at once', async () => {
    const server = await start();
    const nodes = [await open(server), await open(server)] as const;
    const readings = await Promise.all(nodes.map(({ store }) => readOne(store, 'a', ['t'])));
    for (const [index, { store }] of nodes.entries()) {
      store.write(
        [{ key: 'a', tags: ['t'], value: { n: index }, ttlMs: 60_000 }],
        readings[index]?.versions as TagVersions,
      );
      expect((await readOne(store, 'a', ['t'])).value).toEqual({ n: index });
    }
  });

  it('decodes into bounded memory', async () => {
    const { stores, store } = await open(await start(), { maxBytes: 20_000 });
    for (let id = 0; id < 100; id += 1) {
      const key = `${id}`;
      const { versions } = await readOne(store, key, []);
      store.write([{ key, tags: [], value: { n: id, text: 'x'.repeat(500) }, ttlMs: 60_000 }], versions as TagVersions);
      expect((await readOne(store, key, [])).value?.n).toBe(id);
    }
    expect(stores.usedBytes()).toBeLessThanOrEqual(20_000);
    expect(stores.usedBytes()).toBeGreaterThan(10_000);
  });

  it('misses while Redis is silent, at once after the first time, and goes on when it is back', async () => {
    const server = await start();
    const { redis, store } = await open(server, { timeoutMs: 20 });
    await keepOne(store, 'a', ['t'], 1);
    server.pause();
    expect(await readOne(store, 'a', ['t'])).toEqual({ value: undefined, versions: undefined });
    expect(store.read([{ key: 'a', tags: ['t'] }])).toEqual({ values: [undefined], versions: undefined });
    server.resume();
    await until(redis, 'up');
    expect((await readOne(store, 'a', ['t'])).value).toEqual({ n: 1 });
  });

  it('misses while Redis is away', async () => {
    const server = await start();
    const { redis, store } = await open(server);
    const { versions } = await readOne(store, 'a', ['t']);
    const reading = server.kill().then(() => readOne(store, 'a', ['t']));
    expect((await reading).value).toBeUndefined();
    await until(redis, 'down');
    store.write([{ key: 'a', tags: ['t'], value: { n: 1 }, ttlMs: 60_000 }], versions as TagVersions);
    await start({ port: server.port });
    await until(redis, 'up');
    expect((await readOne(store, 'a', ['t'])).value).toBeUndefined();
  });

  it('lets a change wait for a Redis that was late a moment ago, so that no other node reads what was before', async () => {
    const server = await start();
    const [here, there] = [await open(server, { timeoutMs: 20 }), await open(server)];
    await keepOne(here.store, 'a', ['t'], 1);
    server.pause();
    await expect(here.redis.send(['PING'])).rejects.toThrow('within 20 ms');
    server.resume();
    await here.stores.touch(['t']);
    expect((await readOne(there.store, 'a', ['t'])).value).toBeUndefined();
  });

  it('never reads what it replaced while Redis could not be told, and tells it as soon as it can', async () => {
    const server = await start();
    const [here, there] = [await open(server, { timeoutMs: 20 }), await open(server)];
    await keepOne(here.store, 'a', ['t'], 1);
    await keepOne(here.store, 'b', [], 2);
    server.pause();
    await here.stores.touch(['t']);
    server.resume();
    await until(here.redis, 'up');
    expect((await readOne(here.store, 'a', ['t'])).value).toBeUndefined();
    expect((await readOne(here.store, 'b', [])).value).toEqual({ n: 2 });
    while ((await readOne(there.store, 'a', ['t'])).value !== undefined) await new Promise(setImmediate);
    // A store without Redis answers at once, so the turn of the event loop is what lets Redis come back.
    do {
      await new Promise(setImmediate);
      await keepOne(here.store, 'a', ['t'], 3);
    } while ((await readOne(here.store, 'a', ['t'])).value === undefined);
    expect((await readOne(there.store, 'a', ['t'])).value).toEqual({ n: 3 });
  });
});

/** Redis as a map that can be told to refuse changes. */
function pretendRedis() {
  const kept = new Map<string, string | Buffer>();
  const asked: string[] = [];
  const told = { refuses: false, run: 'run', keyCount: 0 };
  const send: RedisCommands['send'] = async ([name = '', ...args]) => {
    asked.push(String(name));
    told.keyCount = args.length;
    if (told.refuses && name === 'DEL') throw new Error('READONLY');
    if (name === 'MGET') return args.map((key) => kept.get(String(key))).map((one) => (one ? Buffer.from(one) : null));
    if (name === 'DEL') for (const key of args) kept.delete(String(key));
    if (name === 'SET' && !(args[2] === 'NX' && kept.has(String(args[0])))) kept.set(String(args[0]), args[1] ?? '');
    return 'OK';
  };
  const commands: RedisCommands = { state: () => 'up', runId: () => told.run, send, sendPatiently: send };
  return Object.assign(told, { kept, asked, commands });
}

describe('createRedisStores', () => {
  const openOver = (redis: RedisCommands) => {
    const stores = createRedisStores({ redis, namespace: 'test', maxBytes: 1_000_000 });
    return { stores, store: stores.create('items', json) };
  };

  it('reads all it wants and their versions at once, each tag once, and gives versions at the first time only', async () => {
    const redis = pretendRedis();
    const { store } = openOver(redis.commands);
    const wanted = ['a', 'b'].map((key) => ({ key, tags: ['t', 'u'] }));
    await store.read(wanted);
    expect(redis.asked.splice(0)).toEqual(['MGET', 'SET', 'SET', 'SET', 'MGET']);
    await store.read(wanted);
    expect(redis.asked.splice(0)).toEqual(['MGET']);
    await store.read([]);
    expect(redis.asked).toEqual([]);
  });

  it('asks Redis to forget until it does, and trusts nothing it says of the tags meanwhile', async () => {
    jest.useFakeTimers();
    const redis = pretendRedis();
    const { stores, store } = openOver(redis.commands);
    await keepOne(store, 'a', ['t'], 1);
    const before = (await readOne(store, 'a', ['t'])).versions as TagVersions;
    redis.refuses = true;
    await stores.touch(['t']);
    expect((await readOne(store, 'a', ['t'])).value).toBeUndefined();
    await keepOne(store, 'a', ['t'], 2);
    store.write([{ key: 'a', tags: ['t'], value: { n: 3 }, ttlMs: 60_000 }], before);
    expect(redis.kept.get('facet:e:test:items:a')?.toString()).toContain('{"n":1}');
    await jest.advanceTimersByTimeAsync(1_000);
    redis.refuses = false;
    await jest.advanceTimersByTimeAsync(100);
    expect(redis.kept.has('facet:t:t')).toBe(false);
    await keepOne(store, 'a', ['t'], 4);
    expect((await readOne(store, 'a', ['t'])).value).toEqual({ n: 4 });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('takes everything to be changed where too many changes wait', async () => {
    jest.useFakeTimers();
    const redis = pretendRedis();
    const { stores, store } = openOver(redis.commands);
    await keepOne(store, 'a', [], 1);
    redis.refuses = true;
    await stores.touch(Array.from({ length: 9_000 }, (_, id) => `first-${id}`));
    expect((await readOne(store, 'a', [])).value).toEqual({ n: 1 });
    await stores.touch(Array.from({ length: 9_000 }, (_, id) => `second-${id}`));
    expect((await readOne(store, 'a', [])).value).toBeUndefined();
    redis.refuses = false;
    await jest.advanceTimersByTimeAsync(100);
    expect([redis.asked.at(-1), redis.keyCount]).toEqual(['DEL', 1]);
    expect((await readOne(store, 'a', [])).value).toBeUndefined();
    await keepOne(store, 'a', [], 2);
    expect((await readOne(store, 'a', [])).value).toEqual({ n: 2 });
  });

  it('keeps nothing under versions of two runs of Redis', async () => {
    const redis = pretendRedis();
    const { send } = redis.commands;
    let isWarm = false;
    const { store } = openOver({
      ...redis.commands,
      send: (command) => {
        if (isWarm && command[0] === 'SET') redis.run = 'another run';
        return send(command);
      },
    });
    await readOne(store, 'a', ['t']);
    isWarm = true;
    const { versions } = await readOne(store, 'b', ['t', 'u']);
    if (versions !== undefined) {
      store.write([{ key: 'b', tags: ['t', 'u'], value: { n: 1 }, ttlMs: 60_000 }], versions);
    }
    expect(redis.kept.has('facet:e:test:items:b')).toBe(false);
  });

  it('tells Redis once more when it is closed, and then no more', async () => {
    jest.useFakeTimers();
    const redis = pretendRedis();
    const { stores } = openOver(redis.commands);
    redis.refuses = true;
    await stores.touch(['t']);
    redis.asked.length = 0;
    await stores.close();
    expect(redis.asked).toEqual(['DEL']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps what can be encoded, and is silent about what cannot', async () => {
    const redis = pretendRedis();
    const stores = createRedisStores({ redis: redis.commands, namespace: 'test', maxBytes: 1_000_000 });
    const store = stores.create<unknown>('items', { ...json, sizeOf: () => 1 } as never);
    const { versions } = (await store.read([{ key: 'a', tags: [] }])) as { versions: TagVersions };
    store.write([{ key: 'a', tags: [], value: { n: 1n }, ttlMs: 60_000 }], versions);
    expect(redis.kept.has('facet:e:test:items:a')).toBe(false);
  });
});
