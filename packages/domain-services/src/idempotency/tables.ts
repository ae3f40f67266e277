// The table in which a service remembers what it already did under which key.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';

export interface IdempotencyKeyRow {
  /** The operation and its caller: keys of others are other keys. */
  scope: string;
  key: string;
  /** Of the request's method, target and body. */
  fingerprint: string;
  state: 'running' | 'done';
  /** Who does the work; whoever takes over writes another. */
  attempt: string;
  /** Until when a running attempt is believed to be alive. */
  leased_until: string;
  created_at: string;
  /** The answer, once done. */
  status: number | null;
  headers: string | null;
  body: string | null;
}

export interface IdempotencyTables {
  idempotency_keys: IdempotencyKeyRow;
}

/** For the migrations of a service that has operations with an `Idempotency-Key`. */
export const idempotencyMigration = ({ text }: ColumnTypes): Migration => ({
  up: async (db) => {
    await sql`create table idempotency_keys (
      scope ${text} not null, key ${text} not null, fingerprint ${text} not null, state ${text} not null,
      attempt ${text} not null, leased_until ${text} not null, created_at ${text} not null,
      status integer, headers text, body text, primary key (scope, key))`.execute(db);
    await sql`create index idempotency_keys_by_creation on idempotency_keys (created_at)`.execute(db);
  },
});
