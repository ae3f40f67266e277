import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { createMemoryStores } from './memory-store.ts';
import type { Codec, Reading, Store, TagVersions } from './store.ts';

interface Item {
  readonly text: string;
}

const codec: Codec<Item> = {
  encode: () => {
    throw new Error('Memory encodes nothing.');
  },
  decode: () => {
    throw new Error('Memory decodes nothing.');
  },
  sizeOf: ({ text }) => text.length,
};

const mebibyte = 1024 * 1024;

function usedHeapBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('createMemoryStores', () => {
  it('gives the value itself, at once', () => {
    const store = createMemoryStores({ maxBytes: mebibyte }).create('items', codec);
    const wanted = [{ key: 'a', tags: ['t'] }];
    const value = { text: 'a' };
    const { versions } = store.read(wanted) as Reading<Item>;
    store.write([{ key: 'a', tags: ['t'], value, ttlMs: 1_000 }], versions as TagVersions);
    expect((store.read(wanted) as Reading<Item>).values[0]).toBe(value);
  });

  it('bounds all kinds together, with what is known of 100,000 keys and 100,000 tags', () => {
    const maxBytes = 8 * mebibyte;
    const before = usedHeapBytes();
    const stores = createMemoryStores({ maxBytes });
    const kinds = ['one', 'other'].map((name) => stores.create(name, codec));
    for (let id = 0; id < 100_000; id += 1) {
      const store = kinds[id % 2] as Store<Item>;
      const tags = [`tag-${id}`];
      const { versions } = store.read([{ key: `key-${id}`, tags }]) as { versions: TagVersions };
      store.write([{ key: `key-${id}`, tags, value: { text: `${id}`.padEnd(100) }, ttlMs: 60_000 }], versions);
      if (id % 100 === 0) void stores.touch(Array.from({ length: 100 }, (_, index) => `touched-${id + index}`));
    }
    expect(stores.usedBytes()).toBeLessThanOrEqual(maxBytes);
    expect(stores.usedBytes()).toBeGreaterThan(0.9 * maxBytes);
    expect(usedHeapBytes() - before).toBeLessThan(1.25 * maxBytes);
    // It is still in use, so that the heap was measured with it.
    expect(stores.usedBytes()).toBeGreaterThan(0);
  });

  it('drops what is larger than all it may keep, and what has no size', async () => {
    const stores = createMemoryStores({ maxBytes: 10_000 });
    const store = stores.create('items', { ...codec, sizeOf: ({ text }) => (text === '' ? Number.NaN : text.length) });
    const { versions } = (await store.read([])) as { versions: TagVersions };
    for (const text of ['x'.repeat(20_000), '']) {
      store.write([{ key: 'k', tags: [], value: { text }, ttlMs: 1_000 }], versions);
      expect((await store.read([{ key: 'k', tags: [] }])).values).toEqual([undefined]);
    }
  });

  it('lets nothing that is dead take the place of what is not', async () => {
    const stores = createMemoryStores({ maxBytes: 10_000 });
    const store = stores.create('items', codec);
    const wanted = [{ key: 'k', tags: ['t'] }];
    const toEntry = (text: string) => ({ key: 'k', tags: ['t'], value: { text }, ttlMs: 1_000 });
    const before = (await store.read(wanted)).versions as TagVersions;
    await stores.touch(['t']);
    store.write([toEntry('new')], (await store.read(wanted)).versions as TagVersions);
    store.write([toEntry('old')], before);
    expect((await store.read(wanted)).values).toEqual([{ text: 'new' }]);
  });

  it('keeps nothing once closed', async () => {
    const stores = createMemoryStores({ maxBytes: 10_000 });
    const store = stores.create('items', codec);
    const { versions } = (await store.read([])) as { versions: TagVersions };
    store.write([{ key: 'k', tags: [], value: { text: 'v' }, ttlMs: 1_000 }], versions);
    await stores.close();
    expect(stores.usedBytes()).toBe(0);
  });
});
