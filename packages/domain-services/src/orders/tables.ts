// The tables that orders owns: what people bought, and every purchase under way with the place it has reached.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';
import { type IdempotencyTables, idempotencyMigration } from '../idempotency/tables.ts';
import type { CancelReason, CheckoutState } from './checkout-state.ts';
import { forgetCardTokens } from './forget-card-tokens.ts';

export interface OrderRow {
  id: string;
  account_id: string;
  status: 'placed' | 'paid' | 'cancelled';
  cancel_reason: CancelReason | null;
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
  /** Whose key began it: a key begins one checkout for as long as that one is remembered. */
  begun_by: string;
  /** Of what it began with, the card's token included. */
  fingerprint: string;
  account_id: string;
  step: CheckoutState['step'];
  /** 1 while its account can begin no other checkout. */
  is_buying: number;
  /** JSON of what the person agreed to; never a card's token. */
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
  '0003-forget-what-is-over': {
    up: async (db) => {
      const { text } = types;
      await sql`alter table orders add column cancel_reason ${text}`.execute(db);
      await sql`update orders set cancel_reason = 'requested' where status = 'cancelled'`.execute(db);
      await sql`alter table checkouts add column begun_by ${text} not null default ''`.execute(db);
      await sql`alter table checkouts add column fingerprint ${text} not null default ''`.execute(db);
      await forgetCardTokens(db);
      await sql`create unique index checkouts_by_key on checkouts (begun_by)`.execute(db);
      await sql`create index checkouts_to_forget on checkouts (updated_at) where leased_until is null`.execute(db);
    },
  },
});
