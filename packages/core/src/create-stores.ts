/** Assembly: where caches keep things, in this process's memory or in the Redis that nodes share. */
import { createMemoryStores } from './cache/memory-store.ts';
import { createRedisStores } from './cache/redis-store.ts';
import type { Stores } from './cache/store.ts';
import type { Settings } from './config/settings.ts';
import type { Log } from './context/request-context.ts';
import { createRedis } from './state/redis.ts';

/**
 * Opens the stores of a BFF, `undefined` with `cache: false`. Its name is part of every key in Redis; the caller closes
 * them, and the connection with them.
 */
export function createStores(name: string, settings: Settings, log: Log): Stores | undefined {
  const { cache, cacheMaxBytes: maxBytes, redisUrl } = settings;
  if (!cache) return undefined;
  if (redisUrl === undefined) return createMemoryStores({ maxBytes });
  const redis = createRedis({ url: redisUrl });
  redis.onChange((state, reason) =>
    log[state === 'up' ? 'info' : 'warn']({ reason: reason?.message }, `redis is ${state}`),
  );
  const stores = createRedisStores({ redis, namespace: name, maxBytes });
  return {
    ...stores,
    async close() {
      await stores.close();
      await redis.close();
    },
  };
}
