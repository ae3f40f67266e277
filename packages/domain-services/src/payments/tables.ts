// The tables that payments owns.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';
import type { components } from '../generated/payments.ts';
import { type IdempotencyTables, idempotencyMigration } from '../idempotency/tables.ts';

type Payment = components['schemas']['Payment'];

export interface PaymentRow {
  id: string;
  order_id: string;
  /** The idempotency key it was asked for with: an order's attempt never asks twice. */
  attempt: string;
  account_id: string;
  status: Payment['status'];
  amount: number;
  currency: string;
  decline_reason: Payment['declineReason'];
  card_label: string;
  created_at: string;
  updated_at: string;
}

/** Whoever authorises or closes writes the row first, so these come one after another for an order. */
export interface OrderPaymentsRow {
  order_id: string;
  account_id: string;
  /** 1 when no payment can follow. */
  is_closed: number;
}

export interface PaymentsTables extends IdempotencyTables {
  payments: PaymentRow;
  order_payments: OrderPaymentsRow;
}

export const paymentsMigrations = (types: ColumnTypes): Record<string, Migration> => {
  const { text } = types;
  return {
    '0001-payments': {
      up: async (db) => {
        await sql`create table payments (
          id ${text} primary key, order_id ${text} not null, attempt ${text} not null, account_id ${text} not null,
          status ${text} not null, amount integer not null check (amount > 0), currency text not null,
          decline_reason text, card_label text not null, created_at ${text} not null, updated_at ${text} not null,
          unique (order_id, attempt))`.execute(db);
        await sql`create index payments_by_account on payments (account_id, created_at, id)`.execute(db);
        await sql`create unique index one_open_payment on payments (order_id)
          where status in ('authorized', 'captured')`.execute(db);
      },
    },
    '0002-idempotency-keys': idempotencyMigration(types),
    '0003-order-payments': {
      up: async (db) => {
        await sql`create table order_payments (
          order_id ${text} not null, account_id ${text} not null, is_closed integer not null,
          primary key (order_id, account_id))`.execute(db);
      },
    },
  };
};
