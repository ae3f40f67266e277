/** Versions of tags in Redis, and the changes that Redis has not been told of yet. */
import { randomBytes } from 'node:crypto';
import type { RedisCommands } from './redis-commands.ts';
import { toRedisKey } from './redis-key.ts';
import type { Wanted } from './store.ts';

export interface RedisVersions {
  /** Of the server they are from. */
  readonly runId: string;
  /** Without those that are missing, no version, or not to be trusted. */
  readonly byTag: ReadonlyMap<string, string>;
}

export interface RedisTags {
  /** The tags of what is wanted, and the one that all entries have, each once. */
  toTags(wanted: readonly Wanted[]): readonly string[];
  toKey(tag: string): string;
  /** Out of Redis's replies for the tags' keys. */
  toVersions(tags: readonly string[], replies: readonly unknown[]): RedisVersions;
  /** The versions of all that an entry depends on, one after the other; undefined where one is not there. */
  join(tags: readonly string[], versions: RedisVersions): string | undefined;
  /** Gives each tag a version that has none; resolves once Redis has them. Rejects as the connection does. */
  complete(tags: readonly string[], versions: RedisVersions): Promise<RedisVersions>;
  /** As `Stores` has it. */
  touch(tags: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** A tag of all entries: there to end them all where too many changes are pending to know them one by one. */
const everything = '';
const maxPending = 10_000;
const retryMs = 100;
const versionLength = 16;
/** With its version a tag's entries end, so it is long enough for that not to matter. */
const versionTtlMs = String(24 * 60 * 60 * 1_000);

const toKey = (tag: string) => toRedisKey('facet:t:', tag);
const everythingKey = toKey(everything);
const toNewVersion = () => randomBytes((versionLength / 4) * 3).toString('base64url');

export function createRedisTags(redis: RedisCommands): RedisTags {
  const { touch, isPending, close } = createTouches(redis);

  function toVersions(tags: readonly string[], replies: readonly unknown[]): RedisVersions {
    const byTag = new Map<string, string>();
    for (const [index, tag] of tags.entries()) {
      const reply = replies[index];
      if (!Buffer.isBuffer(reply) || reply.length !== versionLength || isPending(tag)) continue;
      byTag.set(tag, reply.toString('latin1'));
    }
    return { runId: redis.runId(), byTag };
  }

  return {
    toTags: (wanted) => [...new Set([everything, ...wanted.flatMap(({ tags }) => tags)])],
    toKey,
    toVersions,
    join(tags, { runId, byTag }) {
      let joined = runId;
      for (const tag of [everything, ...tags]) {
        const version = byTag.get(tag);
        if (version === undefined || isPending(tag)) return undefined;
        joined += version;
      }
      return joined;
    },
    async complete(tags, versions) {
      const missing = tags.filter((tag) => !versions.byTag.has(tag) && !isPending(tag));
      if (missing.length === 0) return versions;
      const keys = missing.map(toKey);
      // Another node may be quicker: what counts is what is there afterwards.
      for (const key of keys) {
        redis.send(['SET', key, toNewVersion(), 'NX', 'PX', versionTtlMs]).catch(() => {});
      }
      const found = toVersions(missing, (await redis.send(['MGET', ...keys])) as readonly unknown[]);
      const isSameRun = found.runId === versions.runId;
      return isSameRun ? { ...found, byTag: new Map([...versions.byTag, ...found.byTag]) } : found;
    },
    touch,
    close,
  };
}

/**
 * Takes versions away, again and again until Redis has done it; meanwhile they are pending. Whoever touches waits for a
 * Redis in short trouble: another process, for which it is there, would go on with what was before.
 */
function createTouches(redis: RedisCommands) {
  /** By key of the tag, since tags may be long: the last touch that asked for it. */
  const pending = new Map<string, object>();
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function takeAway(asked: ReadonlyMap<string, object>, send = redis.sendPatiently): Promise<void> {
    try {
      await send(['DEL', ...asked.keys()]);
    } catch {
      if (!isClosed) retry ??= setTimeout(takeAllAway, retryMs).unref();
      return;
    }
    for (const [key, touch] of asked) if (pending.get(key) === touch) pending.delete(key);
  }

  function takeAllAway(): void {
    retry = undefined;
    if (pending.size === 0) return;
    if (redis.state() === 'up') void takeAway(new Map(pending));
    else retry = setTimeout(takeAllAway, retryMs).unref();
  }

  return {
    isPending: (tag: string) => pending.size > 0 && (pending.has(toKey(tag)) || pending.has(everythingKey)),
    async touch(tags: readonly string[]) {
      if (tags.length === 0) return;
      const isTooMuch = pending.size + tags.length > maxPending;
      if (isTooMuch) pending.clear();
      const touch = {};
      const asked = new Map((isTooMuch ? [everythingKey] : tags.map(toKey)).map((key) => [key, touch]));
      for (const key of asked.keys()) pending.set(key, touch);
      await takeAway(asked);
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      if (pending.size > 0) await takeAway(new Map(pending), redis.send);
    },
  };
}
