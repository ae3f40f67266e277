// The tables that carts owns; prices are the catalog's and are never kept here.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';
import { type IdempotencyTables, idempotencyMigration } from '../idempotency/tables.ts';

/** A cart that never held anything has no row. */
export interface CartRow {
  account_id: string;
  updated_at: string;
}

export interface CartItemRow {
  account_id: string;
  product_id: string;
  quantity: number;
  added_at: string;
}

export interface CartsTables extends IdempotencyTables {
  carts: CartRow;
  cart_items: CartItemRow;
}

export const cartsMigrations = (types: ColumnTypes): Record<string, Migration> => {
  const { text } = types;
  return {
    '0001-carts': {
      up: async (db) => {
        await sql`create table carts (account_id ${text} primary key, updated_at ${text} not null)`.execute(db);
        await sql`create table cart_items (
          account_id ${text} not null references carts (account_id), product_id ${text} not null,
          quantity integer not null check (quantity between 1 and 99), added_at ${text} not null,
          primary key (account_id, product_id))`.execute(db);
      },
    },
    '0002-idempotency-keys': idempotencyMigration(types),
  };
};
