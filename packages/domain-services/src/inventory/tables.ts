// The tables that inventory owns.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';
import { type IdempotencyTables, idempotencyMigration } from '../idempotency/tables.ts';

/** Every piece that came in is available, reserved or sold: the sum changes with deliveries only. */
export interface StockRow {
  product_id: string;
  available: number;
  reserved: number;
  sold: number;
  restock_at: string | null;
  updated_at: string;
}

export interface ReservationRow {
  id: string;
  order_id: string;
  /** The idempotency key it was made with: an order's attempt never reserves twice. */
  attempt: string;
  status: 'held' | 'committed' | 'released' | 'expired';
  /** JSON: `[{ productId, quantity }]`, one entry a product, in the order of their ids. */
  items: string;
  expires_at: string;
  created_at: string;
}

export interface InventoryTables extends IdempotencyTables {
  stock: StockRow;
  reservations: ReservationRow;
}

export const inventoryMigrations = (types: ColumnTypes): Record<string, Migration> => {
  const { text } = types;
  return {
    '0001-stock': {
      up: async (db) => {
        await sql`create table stock (
          product_id ${text} primary key, available integer not null check (available >= 0), restock_at ${text},
          updated_at ${text} not null)`.execute(db);
      },
    },
    '0002-reservations': {
      up: async (db) => {
        for (const column of ['reserved', 'sold']) {
          const name = sql.ref(column);
          await sql`alter table stock add column ${name} integer not null default 0 check (${name} >= 0)`.execute(db);
        }
        await sql`create table reservations (
          id ${text} primary key, order_id ${text} not null, attempt ${text} not null, status ${text} not null,
          items text not null, expires_at ${text} not null, created_at ${text} not null,
          unique (order_id, attempt))`.execute(db);
        await sql`create index reservations_by_creation on reservations (created_at, id)`.execute(db);
        await sql`create index held_reservations on reservations (expires_at) where status = 'held'`.execute(db);
      },
    },
    '0003-idempotency-keys': idempotencyMigration(types),
  };
};
