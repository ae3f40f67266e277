// The tables that orders owns: what people bought, and every purchase under way with the place it has reached.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';
import { type IdempotencyTables, idempotencyMigration } from '../idempotency/tables.ts';
import type { CheckoutState } from './checkout-state.ts';

export interface OrderRow {
  id: string;
  account_id: string;
  status: 'placed' | 'paid' | 'cancelled';
  currency: string;
  total_amount: number;
  /** JSON of the items as they were ordered. */
  items: string;
  /** JSON of the address as it was ordered to. */
  address: string;
  payment_id: string;
  created_at: string;
  updated_at: string;
}

export interface CheckoutRow {
  /** The order's id, once there is one. */
  id: string;
  account_id: string;
  step: CheckoutState['step'];
  /** 1 while its account can begin no other checkout. */
  is_buying: number;
  /** JSON of what the person agreed to. */
  terms: string;
  /** JSON of the state, its step included. */
  payload: string;
  /** Tries of the present step that brought no answer. */
  attempts: number;
  /** Who may write to the row; whoever takes it over writes another. */
  lease: string;
  /** When others may take it over, in ms since 1970; null where nothing is left to do. */
  leased_until: number | null;
  created_at: string;
  updated_at: string;
}

export interface OrdersTables extends IdempotencyTables {
  orders: OrderRow;
  checkouts: CheckoutRow;
}

export const ordersMigrations = (types: ColumnTypes): Record<string, Migration> => ({
  '0001-orders-and-checkouts': {
    up: async (db) => {
      const { text } = types;
      await sql`create table orders (
        id ${text} primary key, account_id ${text} not null,
        status ${text} not null check (status in ('placed', 'paid', 'cancelled')), currency ${text} not null,
        total_amount integer not null check (total_amount > 0), items text not null, address text not null,
        payment_id ${text} not null unique, created_at ${text} not null, updated_at ${text} not null)`.execute(db);
      await sql`create index orders_by_account on orders (account_id, created_at, id)`.execute(db);
      await sql`create table checkouts (
        id ${text} primary key, account_id ${text} not null, step ${text} not null, is_buying integer not null,
        terms text not null, payload text not null, attempts integer not null, lease ${text} not null,
        leased_until bigint, created_at ${text} not null, updated_at ${text} not null)`.execute(db);
      await sql`create unique index checkouts_one_at_a_time on checkouts (account_id) where is_buying = 1`.execute(db);
      await sql`create index checkouts_to_resume on checkouts (leased_until) where leased_until is not null`.execute(
        db,
      );
    },
  },
  '0002-idempotency-keys': idempotencyMigration(types),
});
