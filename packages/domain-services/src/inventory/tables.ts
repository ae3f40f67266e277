// The table that inventory owns.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';

export interface StockRow {
  product_id: string;
  available: number;
  restock_at: string | null;
  updated_at: string;
}

export interface InventoryTables {
  stock: StockRow;
}

export const inventoryMigrations = ({ text }: ColumnTypes): Record<string, Migration> => ({
  '0001-stock': {
    up: async (db) => {
      await sql`create table stock (
        product_id ${text} primary key, available integer not null check (available >= 0), restock_at ${text},
        updated_at ${text} not null)`.execute(db);
    },
  },
});
