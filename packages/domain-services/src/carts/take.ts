// Takes pieces out of a cart: so many of each product and no more, once a key.
import type { Transaction } from 'kysely';
import type { components } from '../generated/carts.ts';
import type { Settle } from '../http/operation.ts';
import { type CartsOptions, idsOf, lock, readContents, toCart, touch } from './contents.ts';
import type { CartItemRow, CartsTables } from './tables.ts';

type Cart = components['schemas']['Cart'];
type TakenItem = components['schemas']['TakenItem'];

/** `requestId` goes to the catalog. */
export type Take = (owner: string, taken: readonly TakenItem[], requestId: string, settle: Settle) => Promise<Cart>;

function toPieces(taken: readonly TakenItem[]): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>();
  for (const { productId, quantity } of taken) pieces.set(productId, (pieces.get(productId) ?? 0) + quantity);
  return pieces;
}

async function takeFrom(write: Transaction<CartsTables>, row: CartItemRow, quantity: number): Promise<void> {
  const { account_id, product_id } = row;
  const left = row.quantity - quantity;
  if (left > 0) {
    const change = write.updateTable('cart_items').set({ quantity: left });
    await change.where((at) => at.and({ account_id, product_id })).execute();
    return;
  }
  const removal = write.deleteFrom('cart_items');
  await removal.where((at) => at.and({ account_id, product_id })).execute();
}

/** The answer is kept together with the effect: asking again must not take the pieces twice. */
export function createTake({ db, readPrices, now }: CartsOptions): Take {
  return async (owner, taken, requestId, settle) => {
    const pieces = toPieces(taken);
    // Prices are read before the transaction, so they are read again when products came in between.
    for (;;) {
      const ids = idsOf((await readContents(db, owner)).rows);
      const prices = await readPrices(ids, requestId);
      const cart = await db.transaction().execute(async (write) => {
        await lock(write, owner);
        const { rows } = await readContents(write, owner);
        if (!idsOf(rows).every((id) => ids.includes(id))) return undefined;
        const affected = rows.filter((row) => pieces.has(row.product_id));
        for (const row of affected) await takeFrom(write, row, pieces.get(row.product_id) ?? 0);
        if (affected.length > 0) await touch(write, owner, new Date(now()).toISOString());
        return settle(write, toCart(owner, await readContents(write, owner), prices));
      });
      if (cart) return cart;
    }
  };
}
