// The tables that accounts owns.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';

export interface AccountRow {
  id: string;
  email: string;
  given_name: string;
  family_name: string;
  display_name: string;
  locale: string;
  phone: string | null;
  member_since: string;
}

export interface AddressRow {
  id: string;
  account_id: string;
  label: string;
  recipient: string;
  street: string;
  postal_code: string;
  city: string;
  country: string;
  /** 1 for the one address that is preselected. */
  is_default: number;
}

export interface AccountsTables {
  accounts: AccountRow;
  addresses: AddressRow;
}

export const accountsMigrations = ({ text }: ColumnTypes): Record<string, Migration> => ({
  '0001-accounts-and-addresses': {
    up: async (db) => {
      await sql`create table accounts (
        id ${text} primary key, email ${text} not null unique, given_name text not null, family_name text not null,
        display_name text not null, locale text not null, phone text, member_since ${text} not null)`.execute(db);
      await sql`create table addresses (
        id ${text} primary key, account_id ${text} not null references accounts (id), label text not null,
        recipient text not null, street text not null, postal_code text not null, city text not null,
        country text not null, is_default integer not null)`.execute(db);
      await sql`create index addresses_by_account on addresses (account_id, id)`.execute(db);
    },
  },
});
