// Puts pieces of each product on the shelf: most are there, some are few, some are gone.
import type { Kysely } from 'kysely';
import { insertRows } from '../database/insert-rows.ts';
import { dayMs, numbersTo, productCount, seedNow, toProductFacts, toProductId } from '../seeding/master-data.ts';
import { createRandom, type Random } from '../seeding/random.ts';
import type { InventoryTables, StockRow } from './tables.ts';

/** What is wanted much is bought in large numbers, and runs out more often. */
function toAvailable(random: Random, demand: number): number {
  const roll = random.next();
  if (roll < 0.05 + demand * 0.06) return 0;
  if (roll < 0.16 + demand * 0.08) return random.integer(1, 5);
  return random.integer(6, 30 + Math.round(demand * 220));
}

/** Deliveries arrive on mornings of the coming weeks; a few things that are gone are not ordered again. */
function toRestock(random: Random, available: number): string | null {
  const isOrdered = available === 0 ? random.chance(0.85) : available <= 5 && random.chance(0.7);
  if (!isOrdered) return null;
  return new Date(seedNow + random.integer(3, 60) * dayMs + random.integer(6, 10) * 3_600_000).toISOString();
}

function toStock(number: number): StockRow {
  const random = createRandom(`stock ${number}`);
  const available = toAvailable(random, toProductFacts(number).demand);
  return {
    product_id: toProductId(number),
    available,
    reserved: 0,
    sold: 0,
    restock_at: toRestock(random, available),
    updated_at: new Date(seedNow - random.integer(60, 259_200) * 1000).toISOString(),
  };
}

/** The same rows on every machine. */
export async function seedInventory(db: Kysely<InventoryTables>): Promise<void> {
  await insertRows(db, 'stock', numbersTo(productCount).map(toStock));
}
