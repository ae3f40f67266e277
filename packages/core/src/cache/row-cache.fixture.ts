/** What tests of the row cache run on: a cache over a store in memory, and a clock to turn. */
import type { Freshness } from '../context/freshness.ts';
import type { Key, Row } from '../loaders/row.ts';
import type { KnownValue, RowQuery } from '../loaders/row-cache.ts';
import { createMemoryStores } from './memory-store.ts';
import { createRowCache } from './row-cache.ts';
import { rowCodec } from './row-codec.ts';
import type { Store } from './store.ts';

export function rowOf(operationId: string, options: Partial<Row> = {}): Row {
  const operation = { service: 's', operationId, method: 'GET', path: '/', parameters: {} };
  const match = { by: 'item', column: 'id' } as const;
  const row = { operation, keys: 'ids', match, items: '/items', audience: 'public', ...options };
  return row as unknown as Row;
}
export const itemById = rowOf('listItems');
export const whole = rowOf('search', { keys: undefined, match: { by: 'call' } } as unknown as Partial<Row>);

/** A store that answers later, as Redis does. */
export const later = (store: Store<KnownValue>): Store<KnownValue> => ({
  read: (wanted) => Promise.resolve(store.read(wanted)),
  write: (entries, versions) => store.write(entries, versions),
});

export function cacheOver({ wrap = (store: Store<KnownValue>) => store, origin = 'http://s' } = {}) {
  const clock = { now: 1_000 };
  const now = () => clock.now;
  const stores = createMemoryStores({ maxBytes: 1_000_000, now });
  const touched: (readonly string[])[] = [];
  const touch = (tags: readonly string[]) => {
    touched.push(tags);
    return stores.touch(tags);
  };
  const store = wrap(stores.create('row', rowCodec));
  const create = (at: string) => createRowCache({ store, touch, origins: { s: at }, now });
  const cache = create(origin);
  const freshFor = (ttlMs: number, isStorable = true): Freshness => ({
    isStorable,
    freshUntil: clock.now + ttlMs,
    sources: [],
  });
  const toQuery = (keys: readonly Key[], { row = itemById, params = '', columns }: Partial<RowQuery> = {}) => ({
    row,
    params,
    keys,
    columns,
  });
  const begin = async (keys: readonly Key[], about?: Partial<RowQuery>) => cache.read(toQuery(keys, about));
  /** Keeps what each key says of itself, or `values`. */
  async function put(keys: readonly Key[], about?: Partial<RowQuery>, values?: unknown[], freshness = freshFor(100)) {
    const { keep } = await begin(keys, about);
    keep?.(keys, values ?? keys.map((key) => `${key}`), freshness);
  }
  const get = async (keys: readonly Key[], about?: Partial<RowQuery>) =>
    (await begin(keys, about)).known.map((known) => known?.value);
  return { cache, clock, touched, begin, put, get, freshFor, create, toQuery };
}

export type WrapStore = (store: Store<KnownValue>) => Store<KnownValue>;

/** Stores by when they answer. */
export const wraps: readonly (readonly [string, WrapStore])[] = [
  ['at once', (store) => store],
  ['later', later],
];
