// What is in a cart: its rows, and the cart that they are at the prices of now.
import type { Kysely, Transaction } from 'kysely';
import type { components } from '../generated/carts.ts';
import type { Prices, ReadPrices } from './prices.ts';
import type { CartItemRow, CartRow, CartsTables } from './tables.ts';

type Cart = components['schemas']['Cart'];
type CartItem = components['schemas']['CartItem'];

const standardCurrency = 'EUR';

export interface CartsOptions {
  readonly db: Kysely<CartsTables>;
  readonly readPrices: ReadPrices;
  readonly now: () => number;
}

type Database = Kysely<CartsTables> | Transaction<CartsTables>;

export interface Contents {
  readonly cart: CartRow | undefined;
  readonly rows: readonly CartItemRow[];
}

export const idsOf = (rows: readonly CartItemRow[]) => rows.map((row) => row.product_id);

/** What the catalog no longer has cannot be bought: it is left out. */
export function toCart(owner: string, { cart, rows }: Contents, prices: Prices): Cart {
  const items = rows.flatMap((row): CartItem[] => {
    const price = prices.get(row.product_id);
    if (!price) return [];
    const { product_id: productId, quantity } = row;
    const unitAmount = price.priceAmount;
    return [{ productId, name: price.name, quantity, unitAmount, lineAmount: unitAmount * quantity }];
  });
  return {
    id: owner,
    items,
    currency: prices.values().next().value?.currency ?? standardCurrency,
    totalAmount: items.reduce((sum, item) => sum + item.lineAmount, 0),
    itemCount: items.reduce((sum, item) => sum + item.quantity, 0),
    updatedAt: cart?.updated_at ?? null,
  };
}

export async function readContents(db: Database, owner: string): Promise<Contents> {
  const cart = await db.selectFrom('carts').selectAll().where('account_id', '=', owner).executeTakeFirst();
  if (!cart) return { cart, rows: [] };
  const items = db.selectFrom('cart_items').selectAll().where('account_id', '=', owner);
  return { cart, rows: await items.orderBy('added_at').orderBy('product_id').execute() };
}

/** Whoever changes a cart first writes its row, so changes of one cart come one after another. */
export async function touch(write: Transaction<CartsTables>, owner: string, at: string): Promise<void> {
  await write
    .insertInto('carts')
    .values({ account_id: owner, updated_at: at })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ updated_at: at }))
    .execute();
}

/** The same for whoever may change nothing in the end: a cart that never held anything stays that way. */
export async function lock(write: Transaction<CartsTables>, owner: string): Promise<void> {
  await write.updateTable('carts').set({ account_id: owner }).where('account_id', '=', owner).execute();
}
