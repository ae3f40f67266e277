import { afterAll, beforeAll, describe } from '@jest/globals';
import { createRedis, describeWithRedis, type Redis, type RedisServer, startRedis } from '../testing.fixture.ts';
import { createMemoryStores } from './memory-store.ts';
import { createRedisStores } from './redis-store.ts';
import { itKeepsPromises } from './stores.fixture.ts';

const maxBytes = 1_000_000;

describe('createMemoryStores', () => {
  itKeepsPromises({
    open: async (now = Date.now) => {
      const stores = createMemoryStores({ maxBytes, now });
      return [stores, stores];
    },
    settle: async () => {},
  });
});

describeWithRedis('createRedisStores', () => {
  let server: RedisServer;
  let connections: readonly Redis[];
  beforeAll(async () => {
    server = await startRedis();
    // Nothing here is about being late, and the machine may be busy.
    connections = [1, 2].map(() => createRedis({ url: server.url, timeoutMs: 10_000 }));
    await Promise.all(connections.map((redis) => new Promise<unknown>((resolve) => redis.onChange(resolve))));
  });
  afterAll(async () => {
    await Promise.all(connections.map((redis) => redis.close()));
    await server.stop();
  });

  let namespaceCount = 0;
  itKeepsPromises({
    open: async (now = Date.now) => {
      namespaceCount += 1;
      const namespace = `${namespaceCount}`;
      const [here, there] = connections.map((redis) => createRedisStores({ redis, namespace, maxBytes, now }));
      if (here === undefined || there === undefined) throw new Error('Two nodes have a connection each.');
      return [here, there];
    },
    settle: () => Promise.all(connections.map((redis) => redis.send(['PING']))),
  });
});
