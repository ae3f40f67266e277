// Reads and changes carts; everybody has one, an empty one at first.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage } from '../collections/selection.ts';
import type { components } from '../generated/carts.ts';
import type { Settle } from '../http/operation.ts';
import { badProperty, Problem } from '../problem.ts';
import type { Prices, ReadPrices } from './prices.ts';
import type { CartItemRow, CartRow, CartsTables } from './tables.ts';

type Cart = components['schemas']['Cart'];
type CartItem = components['schemas']['CartItem'];
type NewCartItem = components['schemas']['NewCartItem'];

const maxQuantity = 99;
const maxProducts = 100;
const standardCurrency = 'EUR';

type Database = Kysely<CartsTables> | Transaction<CartsTables>;

interface Contents {
  readonly cart: CartRow | undefined;
  readonly rows: readonly CartItemRow[];
}

type FinishAdding = (write: Transaction<CartsTables>, contents: Contents) => Promise<Cart>;

const idsOf = (rows: readonly CartItemRow[]) => rows.map((row) => row.product_id);

/** What the catalog no longer has cannot be bought: it is left out. */
function toCart(owner: string, { cart, rows }: Contents, prices: Prices): Cart {
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

async function readContents(db: Database, owner: string): Promise<Contents> {
  const cart = await db.selectFrom('carts').selectAll().where('account_id', '=', owner).executeTakeFirst();
  if (!cart) return { cart, rows: [] };
  const items = db.selectFrom('cart_items').selectAll().where('account_id', '=', owner);
  return { cart, rows: await items.orderBy('added_at').orderBy('product_id').execute() };
}

/** Whoever changes a cart first writes its row, so changes of one cart come one after another. */
async function touch(write: Transaction<CartsTables>, owner: string, at: string): Promise<void> {
  await write
    .insertInto('carts')
    .values({ account_id: owner, updated_at: at })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ updated_at: at }))
    .execute();
}

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

export interface CartsOptions {
  readonly db: Kysely<CartsTables>;
  readonly readPrices: ReadPrices;
  readonly now: () => number;
}

/** `owner` is the account whose cart is meant; `requestId` goes to the catalog. */
export function createCartsStore({ db, readPrices, now }: CartsOptions) {
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

  const put = (owner: string, item: NewCartItem, priced: ReadonlySet<string>, finish: FinishAdding) =>
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
  return { list, add, update, remove };
}
