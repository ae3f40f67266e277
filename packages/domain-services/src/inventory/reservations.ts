// Holds pieces for orders: all of them or none, for a while, until they are sold or given back.
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage } from '../collections/selection.ts';
import type { components } from '../generated/inventory.ts';
import type { Settle } from '../http/operation.ts';
import { Problem } from '../problem.ts';
import type { InventoryTables, ReservationRow } from './tables.ts';

type Reservation = components['schemas']['Reservation'];
type NewReservation = components['schemas']['NewReservation'];
type Item = components['schemas']['ReservationItem'];
type Status = ReservationRow['status'];
type Pieces = 'available' | 'reserved' | 'sold';
type Action = 'commit' | 'release' | 'expire';

interface Move {
  readonly to: Status;
  readonly pieces: readonly [from: Pieces, to: Pieces];
}

/** All that can happen to a reservation; what is not here changes nothing. */
const moves: Readonly<Record<Action, Partial<Record<Status, Move>>>> = {
  commit: { held: { to: 'committed', pieces: ['reserved', 'sold'] } },
  release: {
    held: { to: 'released', pieces: ['reserved', 'available'] },
    committed: { to: 'released', pieces: ['sold', 'available'] },
  },
  expire: { held: { to: 'expired', pieces: ['reserved', 'available'] } },
};

const defaultSeconds = 600;
const maxExpiredAtOnce = 200;

const reservations: Collection = {
  from: sql`reservations`,
  columns: ['id', 'order_id', 'status', 'items', 'expires_at', 'created_at'],
  id: 'id',
  order: { columns: ['created_at', 'id'], direction: 'desc' },
};

const readItems = ({ items }: Pick<ReservationRow, 'items'>) => JSON.parse(items) as Item[];

const toReservation = (row: ReservationRow): Reservation => ({
  id: row.id,
  orderId: row.order_id,
  status: row.status,
  items: readItems(row),
  expiresAt: row.expires_at,
  createdAt: row.created_at,
});

/** One entry a product. Everybody locks stock in the order of the ids, so nobody waits in a circle. */
function toSortedItems(items: readonly Item[]): Item[] {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of items) {
    quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  }
  return [...quantities]
    .map(([productId, quantity]) => ({ productId, quantity }))
    .sort((a, b) => (a.productId < b.productId ? -1 : 1));
}

type Write = Transaction<InventoryTables>;

/** Whether there were that many pieces where they are taken from. */
async function movePieces(write: Write, item: Item, [from, to]: Move['pieces'], at: string): Promise<boolean> {
  const { productId, quantity } = item;
  const [source, target] = [sql.ref(from), sql.ref(to)];
  const { numAffectedRows } = await sql`
    update stock set ${source} = ${source} - ${quantity}, ${target} = ${target} + ${quantity}, updated_at = ${at}
    where product_id = ${productId} and ${source} >= ${quantity}`.execute(write);
  return numAffectedRows === 1n;
}

async function hold(write: Write, items: readonly Item[], at: string): Promise<void> {
  const missing: string[] = [];
  for (const item of items) {
    if (!(await movePieces(write, item, ['available', 'reserved'], at))) missing.push(item.productId);
  }
  if (missing.length === 0) return;
  const rows = await write
    .selectFrom('stock')
    .select(['product_id', 'available'])
    .where('product_id', 'in', missing)
    .execute();
  const left = new Map(rows.map((row) => [row.product_id, row.available]));
  const available = missing.map((productId) => ({ productId, available: left.get(productId) ?? 0 }));
  throw new Problem('OUT_OF_STOCK', `There is not enough of ${missing.join(', ')}.`, { details: { available } });
}

export interface ReservationsOptions {
  readonly db: Kysely<InventoryTables>;
  readonly now: () => number;
}

export function createReservations({ db, now }: ReservationsOptions) {
  const toTime = (ms: number) => new Date(ms).toISOString();
  const find = (write: Write, id: string) =>
    write.selectFrom('reservations').selectAll().where('id', '=', id).executeTakeFirst();

  /** Does what the table of moves says, once: of two that try at the same time, the slower finds the new status. */
  const act = async (write: Write, id: string, action: Action): Promise<ReservationRow> => {
    for (;;) {
      const row = await find(write, id);
      if (!row) throw new Problem('NOT_FOUND', 'There is no such reservation.');
      const move = moves[action][row.status];
      if (!move) return row;
      const { numUpdatedRows } = await write
        .updateTable('reservations')
        .set({ status: move.to })
        .where((at) => at.and({ id, status: row.status }))
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) continue;
      for (const item of readItems(row)) {
        if (await movePieces(write, item, move.pieces, toTime(now()))) continue;
        throw new Error(`reservation ${id}: ${item.productId} has fewer pieces ${move.pieces[0]} than it holds`);
      }
      return { ...row, status: move.to };
    }
  };

  /** Gives back what is held for longer than was agreed. */
  const expireOverdue = async (): Promise<void> => {
    const overdue = await db
      .selectFrom('reservations')
      .select('id')
      .where('status', '=', 'held')
      .where('expires_at', '<=', toTime(now()))
      .limit(maxExpiredAtOnce)
      .execute();
    for (const { id } of overdue) await db.transaction().execute((write) => act(write, id, 'expire'));
  };

  const create = async (wanted: NewReservation, attempt: string, settle: Settle): Promise<Reservation> => {
    await expireOverdue();
    return db.transaction().execute(async (write) => {
      const items = toSortedItems(wanted.items);
      const seconds = wanted.expiresInSeconds ?? defaultSeconds;
      const row: ReservationRow = {
        id: `res-${randomUUID()}`,
        order_id: wanted.orderId,
        attempt,
        status: 'held',
        items: JSON.stringify(items),
        expires_at: toTime(now() + seconds * 1000),
        created_at: toTime(now()),
      };
      const { numInsertedOrUpdatedRows } = await write
        .insertInto('reservations')
        .values(row)
        .onConflict((conflict) => conflict.columns(['order_id', 'attempt']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) {
        const made = write.selectFrom('reservations').selectAll();
        const same = made.where((at) => at.and({ order_id: wanted.orderId, attempt }));
        return settle(write, toReservation(await same.executeTakeFirstOrThrow()));
      }
      await hold(write, items, row.created_at);
      return settle(write, toReservation(row));
    });
  };

  const commit = async (id: string, settle: Settle): Promise<Reservation> => {
    await expireOverdue();
    return db.transaction().execute(async (write) => {
      const row = await act(write, id, 'commit');
      if (row.status === 'committed') return settle(write, toReservation(row));
      throw new Problem('RESERVATION_EXPIRED', `The pieces are no longer held: the reservation is ${row.status}.`);
    });
  };

  const release = (id: string, settle: Settle): Promise<Reservation> =>
    db.transaction().execute(async (write) => settle(write, toReservation(await act(write, id, 'release'))));

  const list = async (selection: ByIdsOrPage) => {
    await expireOverdue();
    return readPage(db, reservations, selection, toReservation);
  };
  return { create, commit, release, list, expireOverdue };
}
