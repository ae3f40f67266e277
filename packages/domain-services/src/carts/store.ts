// Reads and changes carts; everybody has one, an empty one at first.
import { sql, type Transaction } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage } from '../collections/selection.ts';
import type { components } from '../generated/carts.ts';
import type { Settle } from '../http/operation.ts';
import { badProperty, Problem } from '../problem.ts';
import { type CartsOptions, type Contents, idsOf, readContents, toCart, touch } from './contents.ts';
import type { CartItemRow, CartsTables } from './tables.ts';
import { createTake } from './take.ts';

type Cart = components['schemas']['Cart'];
type NewCartItem = components['schemas']['NewCartItem'];

const maxQuantity = 99;
const maxProducts = 100;

type Finish = (write: Transaction<CartsTables>, contents: Contents) => Promise<Cart>;

function checkSum(rows: readonly CartItemRow[], { productId, quantity }: NewCartItem): number {
  const held = rows.find((row) => row.product_id === productId)?.quantity ?? 0;
  if (held + quantity > maxQuantity) {
    const detail = `at most ${maxQuantity} pieces of a product can be in the cart; there are ${held} in it`;
    throw badProperty('quantity', detail);
  }
  if (held === 0 && rows.length >= maxProducts) {
    throw badProperty('productId', `at most ${maxProducts} products can be in the cart`);
  }
  return held + quantity;
}

/** `owner` is the account whose cart is meant; `requestId` goes to the catalog. */
export function createCartsStore(options: CartsOptions) {
  const { db, readPrices, now } = options;
  const toTime = () => new Date(now()).toISOString();
  const read = async (owner: string, requestId: string): Promise<Cart> => {
    const contents = await readContents(db, owner);
    return toCart(owner, contents, await readPrices(idsOf(contents.rows), requestId));
  };

  const list = async (owner: string, selection: ByIdsOrPage, requestId: string) => {
    const own: Collection = {
      from: sql`(select cast(${owner} as text) as id) as item`,
      columns: ['id'],
      id: 'id',
      order: { columns: ['id'], direction: 'asc' },
    };
    const page = await readPage(db, own, selection, ({ id }: { id: string }) => id);
    const items = await Promise.all(page.items.map((id) => read(id, requestId)));
    return { ...page, items };
  };

  const put = (owner: string, item: NewCartItem, priced: ReadonlySet<string>, finish: Finish) =>
    db.transaction().execute(async (write) => {
      const at = toTime();
      await touch(write, owner, at);
      const before = await readContents(write, owner);
      if (!idsOf(before.rows).every((id) => priced.has(id))) return undefined;
      const quantity = checkSum(before.rows, item);
      await write
        .insertInto('cart_items')
        .values({ account_id: owner, product_id: item.productId, quantity, added_at: at })
        .onConflict((conflict) => conflict.columns(['account_id', 'product_id']).doUpdateSet({ quantity }))
        .execute();
      return finish(write, await readContents(write, owner));
    });

  /** Prices are read before the transaction, so they are read again when products came in between. */
  const add = async (owner: string, item: NewCartItem, requestId: string, settle: Settle): Promise<Cart> => {
    for (;;) {
      const { rows } = await readContents(db, owner);
      const ids = [...new Set([item.productId, ...idsOf(rows)])];
      if (ids.length > maxProducts) checkSum(rows, item);
      const prices = await readPrices(ids, requestId);
      if (!prices.has(item.productId)) throw badProperty('productId', `there is no product ${item.productId}`);
      const cart = await put(owner, item, new Set(ids), (write, contents) =>
        settle(write, toCart(owner, contents, prices)),
      );
      if (cart) return cart;
    }
  };

  const update = async (owner: string, productId: string, quantity: number, requestId: string): Promise<Cart> => {
    await db.transaction().execute(async (write) => {
      await touch(write, owner, toTime());
      const { numUpdatedRows } = await write
        .updateTable('cart_items')
        .set({ quantity })
        .where((row) => row.and({ account_id: owner, product_id: productId }))
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw new Problem('NOT_FOUND', `There is no ${productId} in the cart.`);
    });
    return read(owner, requestId);
  };

  const remove = async (owner: string, productIds: readonly string[], requestId: string): Promise<Cart> => {
    const { rows } = await readContents(db, owner);
    if (!rows.some((row) => productIds.includes(row.product_id))) return read(owner, requestId);
    await db.transaction().execute(async (write) => {
      await touch(write, owner, toTime());
      const own = write.deleteFrom('cart_items').where('account_id', '=', owner);
      await own.where('product_id', 'in', productIds).execute();
    });
    return read(owner, requestId);
  };
  return { list, add, update, remove, take: createTake(options) };
}
