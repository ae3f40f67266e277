/** Stores in Redis, which nodes share: an entry holds the versions its tags had, and a change takes a tag's version away. */
import { createDecodeMemo } from './decode-memo.ts';
import type { RedisCommands } from './redis-commands.ts';
import { readFrame, writeFrame } from './redis-frame.ts';
import { toRedisKey } from './redis-key.ts';
import { createRedisTags, type RedisTags, type RedisVersions } from './redis-tags.ts';
import type { Codec, Entry, Reading, Store, Stores, TagVersions, Wanted } from './store.ts';

export interface RedisStoresOptions {
  readonly redis: RedisCommands;
  /** Keeps entries of different BFFs apart; tags are common to all. */
  readonly namespace: string;
  /** Of this process's memory: values that were decoded already, so that equal bytes give the same value again. */
  readonly maxBytes: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export interface RedisStores extends Stores {
  /** What is taken of `maxBytes`. */
  usedBytes(): number;
}

/**
 * Creates stores over a connection, which stays the caller's to close. A read is one round trip, and one more where a
 * tag has no version yet: whoever is to fetch waits until Redis has one that any later change takes away. So a version
 * that is lost, alone or with all of Redis, makes misses; and none ever returns, since versions are random and entries
 * are of one run of the server.
 */
export function createRedisStores({ redis, namespace, maxBytes, now = Date.now }: RedisStoresOptions): RedisStores {
  const tags = createRedisTags(redis);
  const memo = createDecodeMemo(maxBytes);

  return {
    create: (name, codec) =>
      createStore({ redis, tags, codec, decode: memo.of(codec), prefix: `facet:e:${namespace}:${name}:`, now }),
    touch: tags.touch,
    asOf: (versions) => {
      const { runId, byTag } = versions as RedisVersions;
      return [runId, ...[...byTag].flat()].join(' ');
    },
    close: tags.close,
    usedBytes: memo.usedBytes,
  };
}

const nothing: RedisVersions = { runId: '', byTag: new Map() };

interface Parts<Value> {
  readonly redis: RedisCommands;
  readonly tags: RedisTags;
  readonly codec: Codec<Value>;
  readonly decode: (key: string, payload: Buffer) => Value;
  readonly prefix: string;
  readonly now: () => number;
}

function createStore<Value>({ redis, tags, codec, decode, prefix, now }: Parts<Value>): Store<Value> {
  const missAll = (wanted: readonly Wanted[]): Reading<Value> => ({
    values: wanted.map(() => undefined),
    versions: undefined,
  });

  function pick(key: string, stored: unknown, versions: string | undefined): Value | undefined {
    if (versions === undefined || !Buffer.isBuffer(stored)) return undefined;
    try {
      const payload = readFrame(stored, versions, now());
      return payload === undefined ? undefined : decode(key, payload);
    } catch {
      return undefined;
    }
  }

  async function readAll(wanted: readonly Wanted[]): Promise<Reading<Value>> {
    const keys = wanted.map(({ key }) => toRedisKey(prefix, key));
    const asked = tags.toTags(wanted);
    try {
      const replies = (await redis.send(['MGET', ...keys, ...asked.map(tags.toKey)])) as readonly unknown[];
      const found = tags.toVersions(asked, replies.slice(keys.length));
      const values = keys.map((key, index) => {
        const stored = replies[index];
        return stored === null ? undefined : pick(key, stored, tags.join(wanted[index]?.tags ?? [], found));
      });
      return { values, versions: await tags.complete(asked, found) };
    } catch {
      return missAll(wanted);
    }
  }

  function keep({ key, tags: itsTags, value, ttlMs }: Entry<Value>, read: RedisVersions): void {
    const versions = tags.join(itsTags, read);
    if (versions === undefined || !(ttlMs >= 1)) return;
    const frame = writeFrame({ versions, expiresAt: now() + ttlMs }, codec.encode(value));
    redis.send(['SET', toRedisKey(prefix, key), frame, 'PX', String(Math.floor(ttlMs))]).catch(() => {});
  }

  return {
    read: (wanted) => {
      if (wanted.length === 0) return { values: [], versions: nothing };
      return redis.state() === 'up' ? readAll(wanted) : missAll(wanted);
    },
    write(entries, versions: TagVersions) {
      if (entries.length === 0 || redis.state() === 'down') return;
      try {
        for (const entry of entries) keep(entry, versions as RedisVersions);
      } catch {
        // What cannot be encoded is not kept.
      }
    },
  };
}
