// Runs a suite in a shop on every database; after each test nothing is under way and the books agree.
import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import { onEachDatabase, type RunningServices } from '../database/each-database.fixture.ts';
import type { CheckoutSettings } from '../index.ts';
import { checkBooks, countPieces } from './books.fixture.ts';
import { type Customer, createCustomer } from './customer.fixture.ts';
import { openShop, type Shop } from './shop.fixture.ts';

/** Products that are in stock in every shop. */
export const lamp = 'prd-0007';
export const chair = 'prd-0011';

export interface ShopTest extends Shop {
  readonly running: RunningServices;
  /** Another person each time, so carts are empty and orders their own. */
  newCustomer(): Customer;
  customer(accountId: string): Customer;
  setStock(productId: string, available: number): Promise<void>;
  checkBooks(): ReturnType<typeof checkBooks>;
}

/** The shop is there when the suite's first test runs. */
export function onEachShop(settings: () => CheckoutSettings, suite: (shop: ShopTest) => void): void {
  onEachDatabase([], (running) => {
    describe('in a shop', () => {
      const shop = {} as ShopTest;
      let pieces = new Map<string, number>();
      let nextAccount = 1;
      beforeAll(async () => {
        const opened = await openShop(running, settings);
        Object.assign(shop, opened, {
          running,
          customer: (accountId: string) => createCustomer(opened, accountId),
          newCustomer: () => createCustomer(opened, `acc-${String(nextAccount++).padStart(3, '0')}`),
          setStock: async (productId: string, available: number) => {
            const stock = opened.tables('inventory').updateTable('stock').set({ available });
            await stock.where('product_id', '=', productId).execute();
            pieces = await countPieces(opened);
          },
          checkBooks: () => checkBooks(opened, pieces),
        });
        await shop.setStock(lamp, 500);
        await shop.setStock(chair, 500);
      });
      afterEach(async () => {
        await shop.recover();
        await shop.checkBooks();
      });
      afterAll(() => shop.close());
      suite(shop);
    });
  });
}
