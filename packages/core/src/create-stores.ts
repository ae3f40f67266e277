/** Assembly: where caches keep things, in this process's memory or in the Redis that nodes share. */
import { createMemoryStores } from './cache/memory-store.ts';
import { createRedisStores } from './cache/redis-store.ts';
import type { Stores } from './cache/store.ts';
import type { Settings } from './config/settings.ts';
import type { Log } from './context/request-context.ts';
import { toRateMode } from './limits/rate-mode.ts';
import { createRedis, type Redis } from './state/redis.ts';

/** Opens the one connection, `undefined` where nothing is kept in Redis; the caller closes it. */
export function openRedis(settings: Settings, log: Log): Redis | undefined {
  const { cache, session, dpop, redisUrl } = settings;
  const isNeeded = cache || session !== undefined || dpop !== 'off' || toRateMode(settings) !== 'off';
  if (redisUrl === undefined || !isNeeded) return undefined;
  const redis = createRedis({ url: redisUrl });
  redis.onChange((state, reason) =>
    log[state === 'up' ? 'info' : 'warn']({ reason: reason?.message }, `redis is ${state}`),
  );
  return redis;
}

/** Opens the stores of a BFF, `undefined` with `cache: false`; its name is part of every key. The caller closes them. */
export function createStores(name: string, settings: Settings, redis: Redis | undefined): Stores | undefined {
  const { cache, cacheMaxBytes: maxBytes } = settings;
  if (!cache) return undefined;
  return redis === undefined
    ? createMemoryStores({ maxBytes })
    : createRedisStores({ redis, namespace: name, maxBytes });
}
