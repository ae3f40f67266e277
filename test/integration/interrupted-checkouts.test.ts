/** Checkouts that die, or wait for somebody who is not there: a coded answer, and afterwards the services' tables agree. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { newKey } from '../support/buy.ts';
import { createCheckoutMoments } from '../support/checkout-moments.ts';
import { onEachShop } from '../support/each-shop.ts';
import type { BffName } from '../support/observed-bffs.ts';

const { onStep, at, clear } = createCheckoutMoments();
const checkout = { leaseMs: 250, patienceMs: 200, onStep };

const bffs: BffName[] = ['web', 'mobile'];
const steps = ['begun', 'settled', 'reserved', 'authorized', 'placed', 'captured'];
const moments = steps.flatMap((step) => [`before ${step}`, `after ${step}`]);

onEachShop({ sweepIntervalMs: 50, checkout }, (shop, { name: database }) => {
  afterEach(clear);

  async function fullCart(bff: BffName) {
    const shopper = shop.newShopper(bff);
    const { cart } = await shopper.add(shop.plenty[0] ?? '', 1);
    return { shopper, agreed: cart?.agreed ?? {}, key: newKey() };
  }

  // BFFs have nothing to do with the database: on the second one, deaths are met at one of them, silence at the other.
  const [forDeaths, forSilence] = database === 'SQLite' ? [bffs, bffs] : [bffs.slice(0, 1), bffs.slice(1)];

  describe.each(forDeaths)('a checkout whose process dies, %s', (bff) => {
    it.each(moments)('%s: it is bought once, and the same key tells so', async (moment) => {
      const { shopper, agreed, key } = await fullCart(bff);
      at(moment, () => {
        throw new Error('The process dies.');
      });
      const { outcome } = await shopper.checkout({ agreed, key });
      expect(['ORDERED', 'UPSTREAM_UNAVAILABLE']).toContain(outcome);
      const { orders, payments } = await shop.booksOf(shopper.account);
      expect([orders.map(({ status }) => status), payments.length]).toEqual([['paid'], 1]);
      const again = await shopper.checkout({ agreed, key });
      expect(again).toMatchObject({ outcome: 'ORDERED', orderId: orders[0]?.id, cart: { lines: [] } });
    });
  });

  describe.each(forSilence)('a checkout that a service leaves alone, %s', (bff) => {
    it.each([
      ['carts', 'before begun'],
      ['accounts', 'before begun'],
      ['inventory', 'before settled'],
      ['payments', 'before reserved'],
      ['inventory', 'before authorized'],
      ['payments', 'before placed'],
      ['carts', 'before captured'],
    ])('%s, %s: a coded answer, and once it is back, one order', async (service, moment) => {
      const { shopper, agreed, key } = await fullCart(bff);
      at(moment, () => void shop.unplugged.add(service));
      const { outcome } = await shopper.checkout({ agreed, key });
      expect(['ORDERED', 'UPSTREAM_UNAVAILABLE']).toContain(outcome);
      shop.unplugged.clear();
      const { orders } = await shop.booksOf(shopper.account);
      expect(orders).toMatchObject([{ status: 'paid' }]);
      expect(await shopper.checkout({ agreed, key })).toMatchObject({ outcome: 'ORDERED', orderId: orders[0]?.id });
    });

    it('orders itself: a coded answer, and nothing is bought', async () => {
      const { shopper, agreed } = await fullCart(bff);
      shop.unplugged.add('orders');
      expect(await shopper.checkout({ agreed })).toEqual({ outcome: 'UPSTREAM_UNAVAILABLE' });
      expect(await shop.booksOf(shopper.account)).toMatchObject({ orders: [], payments: [], cartItems: [{}] });
    });
  });

  // Ten seconds of waiting show the same on either database.
  if (database === 'PostgreSQL') return;
  describe('a card whose bank takes its time', () => {
    it('is charged once: the answer is that nobody knows yet, and later the same key tells', async () => {
      await Promise.all(
        bffs.map(async (bff) => {
          const { shopper, agreed, key } = await fullCart(bff);
          const choices = { agreed, key, cardToken: 'card-slow' };
          expect(await shopper.checkout(choices)).toEqual({ outcome: 'UPSTREAM_UNAVAILABLE' });
          const { orders, payments } = await shop.booksOf(shopper.account);
          expect([orders, payments]).toMatchObject([[{ status: 'paid' }], [{ status: 'captured' }]]);
          expect(await shopper.checkout(choices)).toMatchObject({ outcome: 'ORDERED', orderId: orders[0]?.id });
        }),
      );
    }, 40_000);
  });
});
