// What every kind of stores promises, as a suite; and JSON as a codec.
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Codec, Store, Stores, TagVersions } from './store.ts';

export interface Held {
  readonly n: number;
  readonly text?: string;
}

export const json: Codec<Held> = {
  encode: (value) => JSON.stringify(value),
  decode: (stored) => JSON.parse(stored.toString()),
  sizeOf: ({ text = '' }) => 50 + text.length,
};

export interface StoresKind {
  /** New and empty ones that share what nodes share: two for Redis, the same twice where there is one node. */
  open(now?: () => number): Promise<readonly [Stores, Stores]>;
  /** Resolves when what was written can be seen. */
  settle(): Promise<unknown>;
}

export async function readOne(store: Store<Held>, key: string, tags: readonly string[]) {
  const { values, versions } = await store.read([{ key, tags }]);
  return { value: values[0], versions };
}

/** Keeps a value as a cache would that has just fetched it. */
export async function keepOne(store: Store<Held>, key: string, tags: readonly string[], n: number, ttlMs = 60_000) {
  const { versions } = await readOne(store, key, tags);
  if (versions !== undefined) store.write([{ key, tags, value: { n }, ttlMs }], versions);
}

export function itKeepsPromises({ open, settle }: StoresKind): void {
  it('gives on one node what another wrote, aligned to what was wanted', async () => {
    const [here, there] = (await open()).map((stores) => stores.create('items', json)) as [Store<Held>, Store<Held>];
    await keepOne(here, 'a', ['t'], 1);
    await keepOne(here, 'b', [], 2);
    await settle();
    const wanted = ['none', 'b', 'a'].map((key) => ({ key, tags: key === 'a' ? ['t'] : [] }));
    expect((await there.read(wanted)).values).toEqual([undefined, { n: 2 }, { n: 1 }]);
    expect((await there.read([])).values).toEqual([]);
  });

  it('gives the same object for the same value', async () => {
    const [stores] = await open();
    const store = stores.create('items', json);
    await keepOne(store, 'a', ['t'], 1);
    await settle();
    const { value } = await readOne(store, 'a', ['t']);
    expect((await readOne(store, 'a', ['t'])).value).toBe(value);
    expect(stores.create('other items', json)).toBeDefined();
  });

  it('keeps kinds apart, and long keys, and keys that look like hashes', async () => {
    const [stores] = await open();
    const [one, other] = [stores.create('one', json), stores.create('other', json)];
    const keys = ['k', 'k'.repeat(1_000), `${'k'.repeat(1_000)}2`, '~k', '', 'é\n\0'];
    for (const [n, key] of keys.entries()) await keepOne(one, key, [key], n);
    await settle();
    const wanted = keys.map((key) => ({ key, tags: [key] }));
    expect((await one.read(wanted)).values).toEqual(keys.map((_, n) => ({ n })));
    expect((await other.read(wanted)).values).toEqual(keys.map(() => undefined));
  });

  it('forgets when the time is over', async () => {
    let time = Date.now();
    const [stores] = await open(() => time);
    const store = stores.create('items', json);
    await keepOne(store, 'a', [], 1, 1_000);
    await keepOne(store, 'none', [], 1, 0);
    await settle();
    time += 999;
    expect((await readOne(store, 'a', [])).value).toEqual({ n: 1 });
    expect((await readOne(store, 'none', [])).value).toBeUndefined();
    time += 1;
    expect((await readOne(store, 'a', [])).value).toBeUndefined();
  });

  it('forgets on every node what has a touched tag, and nothing else', async () => {
    const [here, there] = await open();
    const [mine, theirs] = [here.create('items', json), there.create('items', json)];
    await keepOne(mine, 'a', ['t', 'u'], 1);
    await keepOne(mine, 'b', ['u'], 2);
    await settle();
    await there.touch(['t', 'never used']);
    await there.touch([]);
    for (const store of [mine, theirs]) {
      expect((await readOne(store, 'a', ['t', 'u'])).value).toBeUndefined();
      expect((await readOne(store, 'b', ['u'])).value).toEqual({ n: 2 });
    }
    await keepOne(mine, 'a', ['t', 'u'], 3);
    await settle();
    expect((await readOne(theirs, 'a', ['t', 'u'])).value).toEqual({ n: 3 });
  });

  it('never shows what was fetched before its tag was touched', async () => {
    const [here, there] = await open();
    const [mine, theirs] = [here.create('items', json), there.create('items', json)];
    const { versions } = await readOne(mine, 'a', ['t']);
    await there.touch(['t']);
    mine.write([{ key: 'a', tags: ['t'], value: { n: 1 }, ttlMs: 60_000 }], versions as TagVersions);
    await settle();
    for (const store of [mine, theirs]) expect((await readOne(store, 'a', ['t'])).value).toBeUndefined();
  });

  it('shows no value, in any order of events on two nodes, that was fetched before a change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), (steps) => play(open, settle, steps)),
      {
        numRuns: 150,
      },
    );
  });
}

const tag = fc.constantFrom('t', 'u', 'v');
interface Step {
  readonly node: number;
  readonly does: 'fetch' | 'keep' | 'look' | 'touch';
  readonly entry: number;
  readonly tag: string;
  readonly isAwaited: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  node: fc.constantFrom(0, 1),
  does: fc.constantFrom('fetch', 'fetch', 'keep', 'keep', 'look', 'look', 'touch'),
  entry: fc.constantFrom(0, 1, 2),
  tag,
  isAwaited: fc.boolean(),
});

/** What entries are made of. */
const entries = [
  { key: 'a', tags: ['t'] },
  { key: 'b', tags: ['t', 'u'] },
  { key: 'c', tags: ['v', 'u'] },
] as const;

/** `n` of a value is the number of changes there had been when it was fetched. */
async function play(open: StoresKind['open'], settle: StoresKind['settle'], steps: readonly Step[]): Promise<void> {
  const nodes = await open();
  const stores = nodes.map((node) => node.create('items', json));
  const fetched: { entry: number; n: number; versions: TagVersions }[] = [];
  const lastTouch = new Map<string, number>();
  const underWay: Promise<unknown>[] = [];
  let changeCount = 0;

  async function take({ node, does, entry, tag: touched }: Step): Promise<void> {
    const store = stores[node] as Store<Held>;
    const { key, tags } = entries[entry] as (typeof entries)[number];
    if (does === 'touch') {
      changeCount += 1;
      const change = changeCount;
      await nodes[node]?.touch([touched]);
      lastTouch.set(touched, Math.max(change, lastTouch.get(touched) ?? 0));
    } else if (does === 'fetch') {
      const { versions } = await readOne(store, key, tags);
      if (versions !== undefined) fetched.push({ entry, n: changeCount, versions });
    } else if (does === 'keep') {
      const [ready] = fetched.splice(0, 1);
      const kept = entries[ready?.entry ?? 0] as (typeof entries)[number];
      if (ready) store.write([{ ...kept, value: { n: ready.n }, ttlMs: 60_000 }], ready.versions);
    } else {
      const oldest = Math.max(...tags.map((one) => lastTouch.get(one) ?? 0));
      const { value } = await readOne(store, key, tags);
      if (value !== undefined) expect(value.n).toBeGreaterThanOrEqual(oldest);
    }
  }

  for (const next of steps) {
    const taken = take(next);
    underWay.push(taken);
    if (next.isAwaited) await taken;
  }
  await Promise.all(underWay);
  await settle();
  for (const node of [0, 1]) {
    for (const entry of entries.keys()) await take({ node, does: 'look', entry, tag: 't', isAwaited: true });
  }
  await Promise.all(nodes.map((node) => node.close()));
}
