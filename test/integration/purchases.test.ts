/** Whole purchases through each BFF, and every way in which one is refused; afterwards the services' own tables agree. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newKey } from '../support/buy.ts';
import type { BffName } from '../support/observed-bffs.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { globalId } from '../support/web-shopper.ts';

let shop: Shop;
let skewMs = 0;
beforeAll(async () => {
  shop = await openShop({ now: () => Date.now() + skewMs });
});
afterAll(() => shop.close());
afterEach(async () => {
  expect(await shop.imbalances()).toEqual([]);
  expect(shop.takeViolations()).toEqual([]);
});

const bffs: BffName[] = ['web', 'mobile'];
const stockOf = async (id: string) => (await shop.quietBooks()).stock.find(({ product_id }) => product_id === id);
const statuses = (rows: readonly { readonly status: string }[]) => rows.map(({ status }) => status).sort();
const quantities = (lines: readonly (readonly [string, number])[] | undefined) => lines?.map(([, pieces]) => pieces);

describe.each(bffs)('a purchase, %s', (bff) => {
  it('goes from the first piece in the cart to the order, and back when it is cancelled', async () => {
    const shopper = shop.newShopper(bff);
    const [first = '', second = ''] = shop.plenty;
    const before = await stockOf(first);
    expect(quantities((await shopper.add(first, 2)).cart?.lines)).toEqual([2]);
    expect(quantities((await shopper.add(first, 1)).cart?.lines)).toEqual([3]);
    expect(quantities((await shopper.add(second, 1)).cart?.lines)).toEqual([3, 1]);
    expect(quantities((await shopper.update(first, 4)).cart?.lines)).toEqual([4, 1]);
    const changed = await shopper.remove(second);
    expect(changed).toMatchObject({ outcome: 'CHANGED', cart: await shopper.cart() });
    expect(quantities(changed.cart?.lines)).toEqual([4]);

    const ordered = await shopper.checkout();
    expect(ordered).toMatchObject({ outcome: 'ORDERED', orderStatus: 'PAID', cart: { lines: [] } });
    const id = ordered.orderId ?? '';
    expect([await shopper.orders(), await shopper.order(id)]).toEqual([[[id, 'PAID']], id]);
    expect(await stockOf(first)).toMatchObject({
      available: (before?.available ?? 0) - 4,
      sold: (before?.sold ?? 0) + 4,
    });
    expect(statuses((await shop.booksOf(shopper.account)).payments)).toEqual(['captured']);

    expect(await shopper.cancel(id)).toEqual({ outcome: 'CANCELLED', orderId: id, orderStatus: 'CANCELLED' });
    expect(await shopper.cancel(id)).toMatchObject({ outcome: 'CANCELLED' });
    expect(await shopper.orders()).toEqual([[id, 'CANCELLED']]);
    expect(statuses((await shop.booksOf(shopper.account)).payments)).toEqual(['refunded']);
    expect(await stockOf(first)).toMatchObject({ available: before?.available, sold: before?.sold });
  });

  it('shows the newest order first', async () => {
    const shopper = shop.newShopper(bff);
    const ids: (string | undefined)[] = [];
    for (const product of shop.plenty.slice(0, 3)) {
      await shopper.add(product, 1);
      ids.unshift((await shopper.checkout()).orderId);
    }
    expect((await shopper.orders())?.map(([id]) => id)).toEqual(ids);
  });

  it('is made once for a key that is sent twice, one after the other', async () => {
    const shopper = shop.newShopper(bff);
    const [key, addKey, product = ''] = [newKey(), newKey(), shop.plenty[0]];
    await shopper.add(product, 1, addKey);
    expect(quantities((await shopper.add(product, 1, addKey)).cart?.lines)).toEqual([1]);
    const agreed = (await shopper.cart())?.agreed ?? {};
    const first = await shopper.checkout({ agreed, key });
    const second = await shopper.checkout({ agreed, key });
    expect(first.outcome).toBe('ORDERED');
    expect(second).toEqual(first);
    expect(await shop.booksOf(shopper.account)).toMatchObject({ orders: [{ id: first.orderId }], payments: [{}] });
  });

  it('is made once for a key that is sent four times at once', async () => {
    const shopper = shop.newShopper(bff);
    await shopper.add(shop.plenty[0] ?? '', 2);
    const agreed = (await shopper.cart())?.agreed ?? {};
    const key = newKey();
    const results = await Promise.all([1, 2, 3, 4].map(() => shopper.checkout({ agreed, key })));
    const { orders, payments } = await shop.booksOf(shopper.account);
    expect([orders.length, statuses(payments)]).toEqual([1, ['captured']]);
    for (const { outcome, orderId } of results) {
      expect([
        ['ORDERED', orders[0]?.id],
        ['CONFLICT', undefined],
      ]).toContainEqual([outcome, orderId]);
    }
    expect(await shopper.checkout({ agreed, key })).toMatchObject({ outcome: 'ORDERED', orderId: orders[0]?.id });
  });

  it('is refused, under a key that stood for another', async () => {
    const shopper = shop.newShopper(bff);
    await shopper.add(shop.plenty[0] ?? '', 1);
    const agreed = (await shopper.cart())?.agreed ?? {};
    const key = newKey();
    expect(await shopper.checkout({ agreed, key })).toMatchObject({ outcome: 'ORDERED' });
    const other = await shopper.checkout({ agreed, key, cardToken: 'card-mastercard' });
    expect(other).toEqual({ outcome: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

describe.each(bffs)('a checkout that is refused, %s', (bff) => {
  /** A full cart, and a check that a refusal left it and everything else as it was. */
  async function fullCart() {
    const shopper = shop.newShopper(bff);
    const { cart } = await shopper.add(shop.plenty[1] ?? '', 2);
    const expectUntouched = async (payments: string[] = []) => {
      const books = await shop.booksOf(shopper.account);
      expect([books.orders, statuses(books.payments)]).toEqual([[], payments]);
      expect(books.cartItems).toMatchObject([{ quantity: 2 }]);
      expect(statuses(books.reservations).filter((status) => status !== 'released')).toEqual([]);
      expect(await shopper.cart()).toEqual(cart);
    };
    return { shopper, agreed: cart?.agreed ?? {}, expectUntouched };
  }

  it.each(['card-no-funds', 'card-expired', 'card-refused', 'card-of-nobody'])(
    'charges nothing to %s, says why, and takes another card',
    async (cardToken) => {
      const { shopper, expectUntouched } = await fullCart();
      const refused = await shopper.checkout({ cardToken });
      expect(refused).toMatchObject({ outcome: 'PAYMENT_DECLINED', message: expect.stringMatching(/\w+/) });
      await expectUntouched(['declined']);
      expect(await shopper.checkout({ cardToken: 'card-mastercard' })).toMatchObject({ outcome: 'ORDERED' });
    },
  );

  it('is no refusal where the card is good at another try', async () => {
    const { shopper } = await fullCart();
    expect(await shopper.checkout({ cardToken: 'card-try-again' })).toMatchObject({ outcome: 'ORDERED' });
    expect(statuses((await shop.booksOf(shopper.account)).payments)).toEqual(['captured', 'declined']);
  });

  it('says what is left where there is not enough', async () => {
    const { shopper } = await fullCart();
    const [product, left] = shop.scarce;
    const { cart } = await shopper.add(product, left + 1);
    expect(await shopper.checkout()).toMatchObject({ outcome: 'OUT_OF_STOCK', left: [left] });
    expect(await shop.booksOf(shopper.account)).toMatchObject({ orders: [], payments: [], reservations: [] });
    expect(await shopper.cart()).toEqual(cart);
    await shopper.remove(product);
    expect(await shopper.checkout()).toMatchObject({ outcome: 'ORDERED' });
  });

  it('charges nothing where the total is not what was shown', async () => {
    const { shopper, agreed } = await fullCart();
    const { cart } = await shopper.add(shop.plenty[2] ?? '', 1);
    const refused = await shopper.checkout({ agreed });
    expect(refused).toMatchObject({ outcome: 'PRICE_CHANGED', cart });
    expect(await shop.booksOf(shopper.account)).toMatchObject({ orders: [], payments: [], reservations: [] });
    expect(await shopper.checkout({ agreed: refused.cart?.agreed ?? {} })).toMatchObject({ outcome: 'ORDERED' });
  });

  it('needs something in the cart', async () => {
    const shopper = shop.newShopper(bff);
    const { agreed } = (await shopper.cart()) ?? {};
    expect(await shopper.checkout({ ...(agreed && { agreed }) })).toMatchObject({ outcome: 'CART_EMPTY' });
  });

  it("takes no address of somebody else's, and none that is nowhere", async () => {
    const { shopper, agreed, expectUntouched } = await fullCart();
    const foreign = JSON.parse(String(await shop.read('accounts', '/v1/addresses', { as: 'acc-002' }))).items[0].id;
    for (const addressId of [foreign, 'adr-nowhere']) {
      const refused = await shopper.checkout({ agreed, addressId });
      expect([addressId, refused]).toMatchObject([addressId, { outcome: 'INVALID', fields: ['addressId'] }]);
    }
    expect(await shopper.checkout({ agreed, addressId: '!' })).toEqual({ outcome: 'BAD_USER_INPUT' });
    await expectUntouched();
  });
});

describe.each(bffs)('a cart, %s', (bff) => {
  it.each([0, -1, 100, 1_000_000_000])('takes no %i pieces', async (quantity) => {
    const shopper = shop.newShopper(bff);
    const product = shop.plenty[0] ?? '';
    expect(await shopper.add(product, quantity)).toMatchObject({ outcome: 'INVALID', fields: ['quantity'] });
    await shopper.add(product, 1);
    expect(await shopper.update(product, quantity)).toMatchObject({ outcome: 'INVALID', fields: ['quantity'] });
    expect(quantities((await shopper.cart())?.lines)).toEqual([1]);
    // It is the service that says what is wrong.
    expect(shop.takeViolations().filter(({ by }) => by === 'answer')).toEqual([]);
  });

  it.each(['many', 1.5, 10_000_000_000, null, [1]])('takes no %j for a number', async (quantity) => {
    const shopper = shop.newShopper(bff);
    expect(await shopper.add(shop.plenty[0] ?? '', quantity)).toEqual({ outcome: 'BAD_USER_INPUT' });
    expect((await shopper.cart())?.lines).toEqual([]);
  });

  it('takes no more than 99 of one product, however they come', async () => {
    const shopper = shop.newShopper(bff);
    await shopper.add(shop.plenty[0] ?? '', 60);
    expect(await shopper.add(shop.plenty[0] ?? '', 60)).toMatchObject({ outcome: 'INVALID', fields: ['quantity'] });
    expect(quantities((await shopper.cart())?.lines)).toEqual([60]);
  });

  it('takes nothing that is not sold, and changes nothing that is not in it', async () => {
    const shopper = shop.newShopper(bff);
    expect(await shopper.add('prd-9999', 1)).toMatchObject({ outcome: 'INVALID', fields: ['productId'] });
    expect(await shopper.update(shop.plenty[0] ?? '', 1)).toMatchObject({ outcome: 'NOT_IN_CART' });
    expect(await shopper.remove(shop.plenty[0] ?? '')).toMatchObject({ outcome: 'CHANGED', cart: { lines: [] } });
  });
});

describe.each(bffs)('what belongs to somebody else, %s', (bff) => {
  it('is as if it did not exist', async () => {
    const [owner, other] = [shop.newShopper(bff), shop.newShopper(bff)];
    await owner.add(shop.plenty[0] ?? '', 1);
    const { orderId = '' } = await owner.checkout();
    const foreign = [await other.order(orderId), await other.orders(), await other.cancel(orderId)];
    const missing = [await other.order('ord-nothing'), await other.orders(), await other.cancel('ord-nothing')];
    expect(foreign).toEqual(missing);
    expect(missing).toMatchObject([undefined, [], { outcome: 'UNKNOWN' }]);
    expect(await owner.orders()).toEqual([[orderId, 'PAID']]);
    const nodes = ['Cart', 'Order'].map((type) => globalId(type, type === 'Cart' ? owner.account : orderId));
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { data } = await shop.query('web', document, { as: other.account, variables: { ids: nodes } });
    expect(data.nodes).toEqual([null, null]);
  });

  it('is nothing for who is not signed in, and neither is there anything to change', async () => {
    const stranger = shop.newStranger(bff);
    expect([await stranger.cart(), await stranger.orders()]).toEqual([undefined, undefined]);
    const product = shop.plenty[0] ?? '';
    const results = [
      await stranger.add(product, 1),
      await stranger.update(product, 1),
      await stranger.remove(product),
      await stranger.checkout(),
      await stranger.cancel('ord-nothing'),
    ];
    expect(results).toEqual(results.map(() => ({ outcome: 'UNAUTHENTICATED' })));
  });
});

describe('the last pieces', () => {
  it('are sold once each, to however many want them at the same time', async () => {
    const [product] = shop.scarce;
    const { available = 0 } = (await stockOf(product)) ?? {};
    const shoppers = Array.from({ length: 24 }, (_, index) => shop.newShopper(index % 2 === 0 ? 'web' : 'mobile'));
    await Promise.all(shoppers.map((shopper) => shopper.add(product, 1)));
    const results = await Promise.all(shoppers.map((shopper) => shopper.checkout()));
    const outcomes = results.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual([...Array(available).fill('ORDERED'), ...Array(24 - available).fill('OUT_OF_STOCK')]);
    expect(await stockOf(product)).toMatchObject({ available: 0, reserved: 0 });
  });
});

describe.each(bffs)('an order, %s', (bff) => {
  it('can be cancelled for a day', async () => {
    const shopper = shop.newShopper(bff);
    await shopper.add(shop.plenty[0] ?? '', 1);
    const { orderId = '' } = await shopper.checkout();
    skewMs += 86_400_000;
    expect(await shopper.cancel(orderId)).toMatchObject({ outcome: 'TOO_LATE' });
    expect(await shopper.orders()).toEqual([[orderId, 'PAID']]);
  });
});
