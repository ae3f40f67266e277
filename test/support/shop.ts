/** Both BFFs over all services, with shoppers of their own for each test, and the books to be checked after it. */
import { type Books, readBooks, readQuietBooks, type StockRow } from './books.ts';
import { listInStock } from './buy.ts';
import { findImbalances } from './check-books.ts';
import { createMobileShopper } from './mobile-shopper.ts';
import { type BffName, type ObservedBffs, startObservedBffs } from './observed-bffs.ts';
import type { ObservedServicesOptions } from './observed-services.ts';
import type { Shopper } from './shopper.ts';
import { createWebShopper } from './web-shopper.ts';

export interface Shop extends ObservedBffs {
  /** Products of which there are plenty. */
  readonly plenty: readonly string[];
  /** A product of which there are few, and how many. */
  readonly scarce: readonly [string, number];
  /** Somebody who did nothing yet, or with an account, that one. */
  newShopper(bff: BffName, account?: string): Shopper & { readonly account: string };
  newStranger(bff: BffName): Shopper;
  /** The tables once no checkout is under way. */
  quietBooks(): Promise<Books>;
  /** What is wrong in the tables then. */
  imbalances(): Promise<string[]>;
  stockOf(productId: string): Promise<StockRow | undefined>;
  /** In minor units, in the catalog's own table: the catalog is written by systems that nobody here sees. */
  changePrice(productId: string, difference: number): Promise<void>;
  /** Rows of one account, once nothing is under way. */
  booksOf(account: string): Promise<Pick<Books, 'orders' | 'payments' | 'cartItems' | 'reservations'>>;
}

export async function openShop(options: ObservedServicesOptions = {}): Promise<Shop> {
  const observed = await startObservedBffs(options);
  try {
    return await toShop(observed);
  } catch (error) {
    await observed.close();
    throw error;
  }
}

async function toShop(observed: ObservedBffs): Promise<Shop> {
  const { tables } = observed;
  const opening = await readBooks(tables);
  const few = opening.stock.find(({ available }) => available >= 1 && available <= 5);
  if (few === undefined) throw new Error('There is plenty of everything.');
  let accountCount = 100;
  const shopperOf = (bff: BffName, account?: string) =>
    bff === 'web' ? createWebShopper(observed, account) : createMobileShopper(observed, account);
  const quietBooks = () => readQuietBooks(tables);

  return {
    ...observed,
    plenty: await listInStock(observed, 60),
    scarce: [few.product_id, few.available],
    newShopper: (bff, account = `acc-${++accountCount}`) => ({ ...shopperOf(bff, account), account }),
    newStranger: (bff) => shopperOf(bff),
    quietBooks,
    imbalances: async () => findImbalances(opening, await quietBooks()),
    stockOf: async (productId) => (await quietBooks()).stock.find(({ product_id }) => product_id === productId),
    changePrice: async (productId, difference) => {
      const product = tables('catalog').updateTable('products').where('id', '=', productId);
      await product.set((row) => ({ price_amount: row('price_amount', '+', difference) })).execute();
    },
    booksOf: async (account) => {
      const { orders, checkouts, payments, cartItems, reservations } = await quietBooks();
      const own = <Row extends { account_id: string }>(rows: readonly Row[]) =>
        rows.filter((row) => row.account_id === account);
      const begun = new Set(own(checkouts).map(({ id }) => id));
      return {
        orders: own(orders),
        payments: own(payments),
        cartItems: own(cartItems),
        reservations: reservations.filter((row) => begun.has(row.order_id)),
      };
    },
  };
}
