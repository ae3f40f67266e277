/** Stores in this process's memory: the values themselves, all kinds under one bound. */
import { LRUCache } from 'lru-cache';
import type { Codec, Entry, Store, Stores, TagVersions, Wanted } from './store.ts';
import { createTouchClock, type Moment } from './touch-clock.ts';

export interface MemoryStoresOptions {
  /** Of everything that is kept, by the codecs' `sizeOf` and what each entry costs besides. */
  readonly maxBytes: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export interface MemoryStores extends Stores {
  /** What is taken of `maxBytes`. */
  usedBytes(): number;
}

interface Kept {
  readonly value: unknown;
  readonly tags: readonly string[];
  readonly asOf: Moment;
  readonly expiresAt: number;
}

/** What one entry takes beside its value: its places in the cache's lists and map, its record, headers of strings. */
const entryOverheadBytes = 600;
/** Characters count twice, as text outside Latin-1 takes. */
const bytesOf = (text: string) => 2 * text.length;

/** Creates stores in memory; what was used least recently gives way. Everything in them is synchronous. */
export function createMemoryStores({ maxBytes, now = Date.now }: MemoryStoresOptions): MemoryStores {
  const clockBytes = Math.ceil(maxBytes / 16);
  const clock = createTouchClock(clockBytes);
  const kept = new LRUCache<string, Kept>({ maxSize: maxBytes - clockBytes });

  function find(key: string, time: number): unknown {
    const entry = kept.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAt > time && clock.isUntouchedSince(entry.tags, entry.asOf)) return entry.value;
    kept.delete(key);
    return undefined;
  }

  function keep(key: string, { value, tags, ttlMs }: Entry<unknown>, asOf: Moment, valueBytes: number): void {
    if (!(ttlMs > 0) || !clock.isUntouchedSince(tags, asOf)) return;
    const tagBytes = tags.reduce((sum, tag) => sum + bytesOf(tag), 0);
    const size = Math.ceil(entryOverheadBytes + bytesOf(key) + tagBytes + valueBytes);
    if (!Number.isSafeInteger(size)) return;
    kept.set(key, { value, tags, asOf, expiresAt: now() + ttlMs }, { size });
  }

  return {
    create<Value>(name: string, { sizeOf }: Codec<Value>): Store<Value> {
      const toKey = (key: string) => `${name}:${key}`;
      return {
        read(wanted: readonly Wanted[]) {
          const time = now();
          // Only `write` below puts values of this name there.
          const values = wanted.map(({ key }) => find(toKey(key), time) as Value | undefined);
          return { values, versions: clock.moment() };
        },
        write(entries: readonly Entry<Value>[], versions: TagVersions) {
          for (const entry of entries) keep(toKey(entry.key), entry, versions as Moment, sizeOf(entry.value));
        },
      };
    },
    touch(tags) {
      clock.touch(tags);
      return Promise.resolve();
    },
    asOf: (versions) => String((versions as Moment).touchCount),
    async close() {
      kept.clear();
    },
    usedBytes: () => kept.calculatedSize + clock.usedBytes(),
  };
}
