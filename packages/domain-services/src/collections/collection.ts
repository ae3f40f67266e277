// A collection as callers see it: rows with an id in one order, read by id, by page, or by page for each parent.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';

/** One direction for all columns, the last of which is unique: then a place in the order is one row value. */
export interface Order {
  readonly columns: readonly string[];
  readonly direction: 'asc' | 'desc';
}

export interface Collection {
  /** The rows that exist for this caller, as a table or `(select …) as item`. */
  readonly from: RawBuilder<unknown>;
  /** The columns to read. */
  readonly columns: readonly string[];
  /** The column that `ids` and cursors speak of. */
  readonly id: string;
  readonly order: Order;
  /** The column that names a row's parent, where rows can be asked for by parent. */
  readonly parent?: string;
  /** Narrows what is listed; a cursor may still name a row outside of it. */
  readonly filter?: RawBuilder<SqlBool>;
}

/** A place in the order: the values of its columns. */
export type Place = readonly unknown[];

// biome-ignore lint/suspicious/noExplicitAny: a collection's statements are written by hand, so any tables will do
export type AnyDatabase = Kysely<any>;

export const columnList = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));

export const orderBy = ({ columns, direction }: Order) =>
  sql.join(columns.map((column) => sql`${sql.ref(column)} ${sql.raw(direction)}`));

/** Whether a row comes behind `place`: a row-value comparison, which an index on the order's columns serves. */
export function isBehind({ columns, direction }: Order, place: Place): RawBuilder<SqlBool> {
  const comparison = sql.raw(direction === 'asc' ? '>' : '<');
  return sql<SqlBool>`(${columnList(columns)}) ${comparison} (${sql.join(place)})`;
}
