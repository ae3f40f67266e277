// The door for tests that span rooms or packages: what they start, a Redis first, and what core makes of one.
export { createMemoryStores } from './cache/memory-store.ts';
export { createRedisStores } from './cache/redis-store.ts';
export type { Codec, Store, Stores } from './cache/store.ts';
export { createDpopKey } from './identity/dpop-key.ts';
export { installedProgram } from './installed-program.fixture.ts';
export { describeWithRedis, type RedisServer, startRedis } from './redis-server.fixture.ts';
export { createPatientSend } from './state/patient-send.ts';
export { createRedis, type Redis } from './state/redis.ts';
