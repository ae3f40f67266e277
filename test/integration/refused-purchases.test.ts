/** Every way in which a cart or a checkout is refused, on every database; the services' tables are as they were. */
import { describe, expect, it } from '@jest/globals';
import { createCheckoutMoments } from '../support/checkout-moments.ts';
import { onEachShop } from '../support/each-shop.ts';
import type { BffName } from '../support/observed-bffs.ts';

const bffs: BffName[] = ['web', 'mobile'];
const statuses = (rows: readonly { readonly status: string }[]) => rows.map(({ status }) => status).sort();
const quantities = (lines: readonly (readonly [string, number])[] | undefined) => lines?.map(([, pieces]) => pieces);

let skewMs = 0;
const { onStep, at } = createCheckoutMoments();

onEachShop({ now: () => Date.now() + skewMs, checkout: { onStep } }, (shop) => {
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

  describe.each(bffs)('a price that changes after the cart was shown, %s', (bff) => {
    it.each([
      ['up', 250],
      ['down', -150],
    ])('%s: charges nothing, holds nothing, says the new total, and sells at that', async (_, difference) => {
      const shopper = shop.newShopper(bff);
      const product = shop.plenty[3] ?? '';
      const shown = (await shopper.add(product, 2)).cart;
      const [stock, opening] = [await shop.stockOf(product), await shop.booksOf(shopper.account)];
      const newTotal = (shown?.totalMinor ?? 0) + 2 * difference;
      await shop.changePrice(product, difference);

      const refused = await shopper.checkout({ agreed: shown?.agreed ?? {} });
      expect(refused).toMatchObject({ outcome: 'PRICE_CHANGED', totalMinor: newTotal });
      expect(refused.cart).toMatchObject({ lines: shown?.lines, totalMinor: newTotal });
      expect(await shop.booksOf(shopper.account)).toEqual(opening);
      expect(opening).toMatchObject({ orders: [], payments: [], reservations: [], cartItems: [{ quantity: 2 }] });
      expect(await shop.stockOf(product)).toEqual(stock);

      const ordered = await shopper.checkout({ agreed: refused.cart?.agreed ?? {} });
      expect(ordered).toMatchObject({ outcome: 'ORDERED', orderStatus: 'PAID', cart: { lines: [] } });
      expect(await shop.booksOf(shopper.account)).toMatchObject({
        orders: [{ id: ordered.orderId, status: 'paid', total_amount: newTotal }],
        payments: [{ status: 'captured', amount: newTotal }],
        reservations: [{ status: 'committed' }],
        cartItems: [],
      });
      const { available = 0, reserved, sold = 0 } = stock ?? {};
      expect(await shop.stockOf(product)).toMatchObject({ available: available - 2, reserved, sold: sold + 2 });
    });

    it('in the middle of a checkout: the person pays what they agreed to', async () => {
      const shopper = shop.newShopper(bff);
      const product = shop.plenty[4] ?? '';
      const shown = (await shopper.add(product, 1)).cart;
      at('after settled', () => shop.changePrice(product, 400));
      expect(await shopper.checkout({ agreed: shown?.agreed ?? {} })).toMatchObject({ outcome: 'ORDERED' });
      expect(await shop.booksOf(shopper.account)).toMatchObject({
        orders: [{ total_amount: shown?.totalMinor }],
        payments: [{ status: 'captured', amount: shown?.totalMinor }],
      });
      expect((await shopper.add(product, 1)).cart?.totalMinor).toBe((shown?.totalMinor ?? 0) + 400);
    });
  });

  describe.each(bffs)('a reservation, %s', (bff) => {
    it('that expired before the order was placed charges nothing, and gives everything back', async () => {
      const shopper = shop.newShopper(bff);
      const product = shop.plenty[5] ?? '';
      const agreed = (await shopper.add(product, 1)).cart?.agreed ?? {};
      const before = await shop.stockOf(product);
      at('before authorized', () => {
        skewMs += 601_000;
      });
      expect(await shopper.checkout({ agreed })).toMatchObject({ outcome: 'RESERVATION_EXPIRED' });
      expect(await shop.booksOf(shopper.account)).toMatchObject({
        orders: [],
        payments: [{ status: 'voided' }],
        reservations: [{ status: 'expired' }],
        cartItems: [{ quantity: 1 }],
      });
      const { available, reserved, sold } = before ?? {};
      expect(await shop.stockOf(product)).toMatchObject({ available, reserved, sold });
      expect(await shopper.checkout({ agreed })).toMatchObject({ outcome: 'ORDERED' });
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
});
