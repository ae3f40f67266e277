// Reads stock from inventory's table.
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

const toStock = (row: StockRow): Stock => ({
  productId: row.product_id,
  available: row.available,
  status: toStatus(row.available),
  restockAt: row.restock_at,
  updatedAt: row.updated_at,
});

export function createInventoryStore(db: Kysely<InventoryTables>) {
  return {
    listStock: (selection: ByIdsOrPage) => readPage(db, stock, selection, toStock),
  };
}
