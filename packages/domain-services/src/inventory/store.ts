// Reads stock from its table.
import { type Kysely, sql } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage } from '../collections/selection.ts';
import type { components } from '../generated/inventory.ts';
import type { InventoryTables, StockRow } from './tables.ts';

type Stock = components['schemas']['Stock'];

const maxLowStock = 5;

const stock: Collection = {
  from: sql`stock`,
  columns: ['product_id', 'available', 'restock_at', 'updated_at'],
  id: 'product_id',
  order: { columns: ['product_id'], direction: 'asc' },
};

function toStatus(available: number): Stock['status'] {
  if (available === 0) return 'outOfStock';
  return available <= maxLowStock ? 'lowStock' : 'inStock';
}

const toStock = (row: Omit<StockRow, 'reserved' | 'sold'>): Stock => ({
  productId: row.product_id,
  available: row.available,
  status: toStatus(row.available),
  restockAt: row.restock_at,
  updatedAt: row.updated_at,
});

/** What is held for too long can be ordered again, so it is given back before stock is read. */
export function createInventoryStore(db: Kysely<InventoryTables>, expireOverdue: () => Promise<void>) {
  return {
    listStock: async (selection: ByIdsOrPage) => {
      await expireOverdue();
      return readPage(db, stock, selection, toStock);
    },
  };
}
