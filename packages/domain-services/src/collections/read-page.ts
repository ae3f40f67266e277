// Reads one page of a collection, by id or in its order.
import { sql } from 'kysely';
import { type AnyDatabase, type Collection, columnList, isBehind, orderBy, type Place } from './collection.ts';
import { type ByIdsOrPage, type Page, unknownCursor } from './selection.ts';

export interface PageOf<Item> {
  items: Item[];
  next: string | null;
  total: number;
}

type Row = Record<string, unknown>;

const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The place of the item that the cursor names, or undefined without one; throws a 400 problem when it is unknown. */
export async function findPlace(db: AnyDatabase, collection: Collection, after?: string): Promise<Place | undefined> {
  if (after === undefined) return undefined;
  if (!idPattern.test(after)) throw unknownCursor(after);
  const { from, id, order } = collection;
  const anchor = sql<Row>`select ${columnList(order.columns)} from ${from} where ${sql.ref(id)} = ${after} limit 1`;
  const row = (await anchor.execute(db)).rows[0];
  if (!row) throw unknownCursor(after);
  return order.columns.map((column) => row[column]);
}

async function readIds(db: AnyDatabase, collection: Collection, ids: readonly string[], { limit, after }: Page) {
  const { from, columns, id } = collection;
  const found = sql<Row>`select ${columnList(columns)} from ${from} where ${sql.ref(id)} in (${sql.join(ids)})`;
  const rowById = new Map<unknown, Row>();
  for (const row of (await found.execute(db)).rows) rowById.set(row[id], row);
  const rows = ids.map((each) => rowById.get(each)).filter((row) => row !== undefined);
  const start = after === undefined ? 0 : rows.findIndex((row) => row[id] === after) + 1;
  if (after !== undefined && start === 0) throw unknownCursor(after);
  return { rows: rows.slice(start, start + limit + 1), total: rows.length };
}

async function readInOrder(db: AnyDatabase, collection: Collection, { limit, after }: Page) {
  const { from, columns, order, filter = sql`1 = 1` } = collection;
  const place = await findPlace(db, collection, after);
  const behind = place ? sql`and ${isBehind(order, place)}` : sql``;
  const page = sql<Row>`
    select ${columnList(columns)} from ${from} where ${filter} ${behind} order by ${orderBy(order)} limit ${limit + 1}`;
  const count = sql<{ total: number }>`select count(*) as total from ${from} where ${filter}`;
  const [{ rows }, counted] = await Promise.all([page.execute(db), count.execute(db)]);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** One page of items; `total` counts over all pages. */
export async function readPage<ItemRow, Item>(
  db: AnyDatabase,
  collection: Collection,
  selection: ByIdsOrPage,
  toItem: (row: ItemRow) => Item,
): Promise<PageOf<Item>> {
  const { rows, total }: { rows: Row[]; total: number } =
    selection.by === 'ids'
      ? await readIds(db, collection, selection.ids, selection)
      : await readInOrder(db, collection, selection);
  const shown = rows.slice(0, selection.limit);
  const next = rows.length > selection.limit ? String(shown.at(-1)?.[collection.id]) : null;
  return { items: shown.map((row) => toItem(row as ItemRow)), next, total };
}
