/** The loaders' RowCache: values of public rows, by key and columns, as long as the answers that brought them say. */
import { hash } from 'node:crypto';
import type { Key, Row } from '../loaders/row.ts';
import type { KeepValues, KnownValue, RowCache, RowChange, RowQuery, RowReading } from '../loaders/row-cache.ts';
import { allColumns, createRowColumns, type RowColumns } from './row-columns.ts';
import type { Entry, Reading, Store, Stores, Wanted } from './store.ts';
import { toKeyTag, toRowTag, toUrlTag } from './tags.ts';

export interface RowCacheOptions {
  /** Of values as `rowCodec` writes them. */
  readonly store: Store<KnownValue>;
  readonly touch: Stores['touch'];
  /** Origins of the services by name, so that services of one name at different places have nothing in common. */
  readonly origins: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** What is the same for all queries of a row. */
interface RowNames {
  /** Text that no other row has. */
  readonly id: string;
  readonly tag: string;
  readonly columns: RowColumns;
}

/**
 * Creates the cache. A key has an entry for each list of columns that it was fetched with, so that one never displaces
 * another, and is found with any that has all the columns wanted. A key that has nothing has all of them.
 */
export function createRowCache({ store, touch, origins, now = Date.now }: RowCacheOptions): RowCache {
  const namesByRow = new WeakMap<Row, RowNames>();

  function namesOf(row: Row): RowNames {
    const known = namesByRow.get(row);
    if (known !== undefined) return known;
    const { service, operationId } = row.operation;
    const whole = JSON.stringify([origins[service], service, operationId, row.keys, row.match, row.items]);
    // Part of every key, so it is short.
    const id = `${service}.${operationId}.${hash('sha256', whole, 'base64url')}`;
    const names = { id, tag: toRowTag(row.operation), columns: createRowColumns() };
    namesByRow.set(row, names);
    return names;
  }

  function toReading(asked: Asked, { values: found, versions }: Reading<KnownValue>): RowReading {
    const { keys } = asked.query;
    const time = now();
    const known = keys.map((_key, index) => firstFresh(found, index, keys.length, time));
    if (versions === undefined) return { known };
    const keep: KeepValues = (fetched, values, freshness) => {
      const ttlMs = freshness.freshUntil - now();
      if (!freshness.isStorable || !(ttlMs > 0)) return;
      const toEntry = (key: Key, index: number): Entry<KnownValue> => {
        const value = values[index];
        return { ...toWanted(asked, placeOf(asked, value), key), value: { value, freshness }, ttlMs };
      };
      store.write(fetched.map(toEntry), versions);
    };
    return { known, keep };
  }

  return {
    read: (query) => {
      const names = namesOf(query.row);
      const places = names.columns.covering(query.columns).map((columns) => toPlace(names, query, columns));
      const asked = { query, names, places };
      const reading = store.read(places.flatMap((place) => query.keys.map((key) => toWanted(asked, place, key))));
      return 'then' in reading ? reading.then((later) => toReading(asked, later)) : toReading(asked, reading);
    },
    forget: (changes) => {
      const tags = tagsOfChanges(changes);
      return tags.length === 0 ? undefined : touch(tags);
    },
  };
}

/** A query, and where its keys' values may be, the place for exactly its columns first. */
interface Asked {
  readonly query: RowQuery;
  readonly names: RowNames;
  readonly places: readonly string[];
}

/** What keys of one row, with the same parameters and columns, begin with; JSON ends where it ends. */
const toPlace = ({ id }: RowNames, { params }: RowQuery, columns: string) => `${id} ${params} ${columns} `;

/** Where there is nothing, there are no columns to have: it is kept, and from then on looked for, with all of them. */
function placeOf({ query, names, places }: Asked, value: unknown): string {
  if (value !== null) return places[0] as string;
  names.columns.covering(undefined);
  return toPlace(names, query, allColumns);
}

function toWanted({ query, names }: Asked, place: string, key: Key): Wanted {
  const tags = query.row.keys === undefined ? [names.tag] : [names.tag, toKeyTag(names.tag, key)];
  return { key: place + key, tags };
}

/** Of all places of one key, in their order. */
function firstFresh(
  found: readonly (KnownValue | undefined)[],
  index: number,
  keyCount: number,
  time: number,
): KnownValue | undefined {
  for (let at = index; at < found.length; at += keyCount) {
    const known = found[at];
    if (known !== undefined && known.freshness.freshUntil > time) return known;
  }
  return undefined;
}

function tagsOfChanges(changes: readonly RowChange[]): string[] {
  const tags = new Set<string>();
  for (const { row, keys } of changes) {
    if (row.audience !== 'public') continue;
    const rowTag = toRowTag(row.operation);
    tags.add(toUrlTag(row.operation));
    if (keys === undefined || row.keys === undefined) tags.add(rowTag);
    else for (const key of keys) tags.add(toKeyTag(rowTag, key));
  }
  return [...tags];
}
