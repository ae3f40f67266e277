/** Whole purchases through each BFF, on every database; afterwards the services' own tables agree. */
import { describe, expect, it } from '@jest/globals';
import { newKey } from '../support/buy.ts';
import { createCheckoutMoments } from '../support/checkout-moments.ts';
import { onEachShop } from '../support/each-shop.ts';
import type { BffName } from '../support/observed-bffs.ts';
import { globalId } from '../support/web-shopper.ts';

let skewMs = 0;
const { onStep, at } = createCheckoutMoments();
const bffs: BffName[] = ['web', 'mobile'];
const statuses = (rows: readonly { readonly status: string }[]) => rows.map(({ status }) => status).sort();
const quantities = (lines: readonly (readonly [string, number])[] | undefined) => lines?.map(([, pieces]) => pieces);

onEachShop({ now: () => Date.now() + skewMs, checkout: { onStep } }, (shop) => {
  describe.each(bffs)('a purchase, %s', (bff) => {
    it('goes from the first piece in the cart to the order, and back when it is cancelled', async () => {
      const shopper = shop.newShopper(bff);
      const [first = '', second = ''] = shop.plenty;
      const before = await shop.stockOf(first);
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
      expect(await shop.stockOf(first)).toMatchObject({
        available: (before?.available ?? 0) - 4,
        sold: (before?.sold ?? 0) + 4,
      });
      expect(statuses((await shop.booksOf(shopper.account)).payments)).toEqual(['captured']);

      expect(await shopper.cancel(id)).toEqual({ outcome: 'CANCELLED', orderId: id, orderStatus: 'CANCELLED' });
      expect(await shopper.cancel(id)).toMatchObject({ outcome: 'CANCELLED' });
      expect(await shopper.orders()).toEqual([[id, 'CANCELLED']]);
      expect(statuses((await shop.booksOf(shopper.account)).payments)).toEqual(['refunded']);
      expect(await shop.stockOf(first)).toMatchObject({ available: before?.available, sold: before?.sold });
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

    it('leaves in the cart what was added while it was under way', async () => {
      const shopper = shop.newShopper(bff);
      const product = shop.plenty[0] ?? '';
      const agreed = (await shopper.add(product, 2)).cart?.agreed ?? {};
      at('after authorized', async () => void (await shopper.add(product, 3)));
      const ordered = await shopper.checkout({ agreed });
      expect([ordered.outcome, quantities(ordered.cart?.lines)]).toEqual(['ORDERED', [3]]);
      const { orders, cartItems } = await shop.booksOf(shopper.account);
      expect(orders.map(({ items }) => JSON.parse(items))).toMatchObject([[{ productId: product, quantity: 2 }]]);
      expect(cartItems).toMatchObject([{ product_id: product, quantity: 3 }]);
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
      const { available = 0 } = (await shop.stockOf(product)) ?? {};
      const shoppers = Array.from({ length: 24 }, (_, index) => shop.newShopper(index % 2 === 0 ? 'web' : 'mobile'));
      await Promise.all(shoppers.map((shopper) => shopper.add(product, 1)));
      const results = await Promise.all(shoppers.map((shopper) => shopper.checkout()));
      const outcomes = results.map(({ outcome }) => outcome).sort();
      expect(outcomes).toEqual([...Array(available).fill('ORDERED'), ...Array(24 - available).fill('OUT_OF_STOCK')]);
      expect(await shop.stockOf(product)).toMatchObject({ available: 0, reserved: 0 });
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
});
