/** What loaders ask of a cache of rows that outlives their request: types only. */
import type { Freshness } from '../context/freshness.ts';
import type { Columns } from './columns.ts';
import type { Key, Row } from './row.ts';

/** Unique keys of one row that are read together; a row without keys has one, whatever it is. */
export interface RowQuery {
  /** `public`, and read by GET. */
  readonly row: Row;
  /** Text of the parameters, equal where they are. */
  readonly params: string;
  readonly keys: readonly Key[];
  /** What is read of each item, as `toColumns` gave it. */
  readonly columns: Columns;
}

/** A key's value: `null` where the service said that there is none. Shared by requests, so nobody may change it. */
export interface KnownValue {
  readonly value: unknown;
  readonly freshness: Freshness;
}

/** Keeps the values of keys that one answer brought, as long as that says. Never throws, never waits. */
export type KeepValues = (keys: readonly Key[], values: readonly unknown[], freshness: Freshness) => void;

export interface RowReading {
  /** Fresh, and with all of the columns; aligned to the keys, `undefined` is a miss. */
  readonly known: readonly (KnownValue | undefined)[];
  /** For what was fetched after this reading; absent where nothing may be kept. */
  readonly keep?: KeepValues;
}

/** Values that are others now. */
export interface RowChange {
  // biome-ignore lint/suspicious/noExplicitAny: rows of any types change
  readonly row: Row<any, any, any>;
  /** All of them when left out. */
  readonly keys?: readonly unknown[] | undefined;
}

export interface RowCache {
  /** Synchronous in memory. Never rejects: what cannot be read is a miss. */
  read(query: RowQuery): RowReading | Promise<RowReading>;
  /**
   * Ends all that any cache, on any node, keeps of what has changed; resolves when no later read can see it. Nothing is
   * kept of rows that are not public: no promise where there are no others. Never rejects.
   */
  forget(changes: readonly RowChange[]): Promise<void> | undefined;
}
