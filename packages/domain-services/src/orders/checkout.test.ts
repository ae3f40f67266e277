import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { readBooks } from './books.fixture.ts';
import { createCustomer } from './customer.fixture.ts';
import { chair, lamp, onEachShop } from './each-shop.fixture.ts';

describe('checkout', () => {
  onEachShop(
    () => ({}),
    (shop) => {
      it('buys what is in the cart, at the prices and to the address the person agreed to', async () => {
        const anna = shop.newCustomer();
        await anna.add(lamp, 2);
        await anna.add(chair);
        const cart = await anna.cart();
        const { status, body, headers } = await anna.checkOut();
        expect(status).toBe(201);
        expect(headers['cache-control']).toBe('no-store');
        expect(body).toMatchObject({ accountId: anna.accountId, status: 'paid', currency: 'EUR' });
        expect(body.items).toEqual(cart.items);
        expect(body.totalAmount).toBe(cart.totalAmount);
        expect(Object.keys(body.address).sort()).toEqual(['city', 'country', 'postalCode', 'recipient', 'street']);
        expect(await anna.cart()).toMatchObject({ items: [], totalAmount: 0 });
        const { payments, reservations } = await readBooks(shop);
        expect(payments.find(({ order_id }) => order_id === body.id)).toMatchObject({
          id: body.paymentId,
          status: 'captured',
          amount: body.totalAmount,
        });
        expect(reservations.find(({ order_id }) => order_id === body.id)?.status).toBe('committed');
      });

      it('refuses an empty cart, and the same key tells it again', async () => {
        const anna = shop.newCustomer();
        const first = await anna.checkOut({ key: 'empty', totalAmount: 5 });
        expect(first).toMatchObject({ status: 409, body: { code: 'CART_EMPTY' } });
        await anna.add(lamp);
        const again = await anna.checkOut({ key: 'empty', totalAmount: 5 });
        expect(again).toMatchObject({ status: 409, body: { code: 'CART_EMPTY' } });
        expect(again.headers['idempotency-replayed']).toBe('true');
      });

      it('charges nothing when the total is not the one that was agreed to, and tells the total now', async () => {
        const anna = shop.newCustomer();
        await anna.add(lamp);
        const { totalAmount } = await anna.cart();
        for (const wrong of [{ totalAmount: totalAmount - 1 }, { totalAmount, currency: 'USD' }]) {
          const { status, body } = await anna.checkOut(wrong);
          expect({ status, body }).toMatchObject({ status: 409, body: { code: 'PRICE_CHANGED', totalAmount } });
        }
        expect((await anna.checkOut()).status).toBe(201);
      });

      it('refuses the address of somebody else as if it did not exist', async () => {
        const [anna, ben] = [shop.newCustomer(), shop.newCustomer()];
        const foreign = await shop.request('accounts', '/v1/addresses?limit=1', { as: ben.accountId });
        await anna.add(lamp);
        expect(await anna.checkOut({ addressId: foreign.body.items[0].id })).toMatchObject({
          status: 422,
          body: { code: 'VALIDATION_FAILED', errors: [{ parameter: 'addressId' }] },
        });
      });

      it('says what is left of a product that falls short, and holds nothing of the others', async () => {
        const anna = shop.newCustomer();
        await shop.setStock(chair, 2);
        await anna.add(lamp);
        await anna.add(chair, 3);
        expect(await anna.checkOut()).toMatchObject({
          status: 409,
          body: { code: 'OUT_OF_STOCK', available: [{ productId: chair, available: 2 }] },
        });
        expect((await anna.cart()).items).toHaveLength(2);
        await shop.setStock(chair, 500);
      });

      it.each([
        ['card-no-funds', 'insufficientFunds'],
        ['card-expired', 'cardExpired'],
        ['card-refused', 'cardRefused'],
      ])('tells why %s was declined and gives the pieces back', async (card, declineReason) => {
        const anna = shop.newCustomer();
        await anna.add(lamp);
        const { status, body } = await anna.checkOut({ card });
        expect({ status, body }).toMatchObject({ status: 409, body: { code: 'PAYMENT_DECLINED', declineReason } });
        expect((await anna.cart()).items).toHaveLength(1);
        expect((await anna.checkOut()).status).toBe(201);
      });

      it('tries a card once more that says so', async () => {
        const anna = shop.newCustomer();
        await anna.add(lamp);
        const { status, body } = await anna.checkOut({ card: 'card-try-again' });
        expect({ status, body }).toMatchObject({ status: 201, body: { status: 'paid' } });
        const { payments } = await readBooks(shop);
        const tried = payments.filter(({ order_id }) => order_id === body.id);
        expect(tried.map((payment) => payment.status).sort()).toEqual(['captured', 'declined']);
      });

      it('makes one order of twenty requests with one key', async () => {
        const anna = shop.newCustomer();
        await anna.add(lamp);
        const { totalAmount } = await anna.cart();
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => anna.checkOut({ key: 'twenty', totalAmount })),
        );
        for (const { status, body } of answers) {
          if (status !== 201)
            expect({ status, body }).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_IN_USE' } });
        }
        expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
        const replay = await anna.checkOut({ key: 'twenty', totalAmount });
        expect(replay).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
        expect((await anna.orders()).body).toMatchObject({ total: 1, items: [{ id: replay.body.id }] });
      });

      it('buys a cart once, however many keys are sent for it', async () => {
        const anna = shop.newCustomer();
        await anna.add(lamp);
        const { totalAmount } = await anna.cart();
        const answers = await Promise.all(Array.from({ length: 10 }, () => anna.checkOut({ totalAmount })));
        expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
        for (const { status, body } of answers)
          if (status !== 201) expect(['CONFLICT', 'CART_EMPTY']).toContain(body.code);
        expect((await anna.orders()).body.total).toBe(1);
      });

      it('refuses a key that began another checkout', async () => {
        const anna = shop.newCustomer();
        await anna.add(lamp);
        expect((await anna.checkOut({ key: 'mine' })).status).toBe(201);
        const other = await anna.checkOut({ key: 'mine', totalAmount: 1 });
        expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
      });

      it('is forgotten a day after it is over; then its key may begin another, and its order stays', async () => {
        const anna = shop.newCustomer();
        await anna.add(lamp);
        const { totalAmount } = await anna.cart();
        const buy = (card: string) => anna.checkOut({ key: 'yearly', totalAmount, card });
        const first = (await buy('card-visa')).body;
        const remembered = async () => {
          const { checkouts } = await readBooks(shop);
          return checkouts.filter((row) => row.account_id === anna.accountId).map(({ id }) => id);
        };
        await anna.add(lamp);
        expect(await buy('card-mastercard')).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
        shop.advance(86_400_000 - 60_000);
        expect(await remembered()).toEqual([first.id]);
        shop.advance(2 * 60_000);
        while ((await remembered()).length > 0) await pause(5);
        const second = await buy('card-mastercard');
        expect(second).toMatchObject({ status: 201, body: { status: 'paid' } });
        expect((await anna.orders()).body.items).toMatchObject([{ id: second.body.id }, { id: first.id }]);
        expect(await anna.cancel(first.id)).toMatchObject({ status: 409, body: { code: 'NOT_CANCELLABLE' } });
      });

      it.each([
        ['a client without a person', {}, 403, 'FORBIDDEN'],
        ['an empty body', undefined, 422, 'VALIDATION_FAILED'],
        ['a negative total', { totalAmount: -1 }, 422, 'VALIDATION_FAILED'],
        ['a total that is no number', { totalAmount: 'all' }, 422, 'VALIDATION_FAILED'],
      ])('answers %s with a coded problem', async (what, more, status, code) => {
        const terms = { totalAmount: 1, currency: 'EUR', addressId: 'adr-0001', cardToken: 'card-visa' };
        const as = what.includes('client') ? 'web' : 'acc-400';
        const body = more && { ...terms, ...more };
        expect(await shop.request('orders', '/v1/orders', { as, method: 'POST', body: body ?? {} })).toMatchObject({
          status,
          body: { code },
        });
      });

      it('sells the last ten pieces to exactly ten of two hundred people', async () => {
        await shop.setStock(chair, 10);
        const crowd = Array.from({ length: 200 }, (_, index) => createCustomer(shop, `acc-${index + 201}`));
        for (const each of crowd) await each.add(chair);
        const { totalAmount } = await (crowd[0] ?? shop.newCustomer()).cart();
        const buy = async (person: (typeof crowd)[number]) => {
          for (;;) {
            const { status, body } = await person.checkOut({ key: 'last', totalAmount });
            if (status !== 503 && body.code !== 'IDEMPOTENCY_KEY_IN_USE') return body.code ?? body.status;
            await pause(250); // Retry-After is a second; less keeps the test short.
          }
        };
        const outcomes = await Promise.all(crowd.map(buy));
        expect(outcomes.filter((outcome) => outcome === 'paid' || outcome === 'placed')).toHaveLength(10);
        expect(outcomes.filter((outcome) => outcome === 'OUT_OF_STOCK')).toHaveLength(190);
        const { stock } = await readBooks(shop);
        expect(stock.find(({ product_id }) => product_id === chair)).toMatchObject({ available: 0, reserved: 0 });
        await shop.setStock(chair, 500);
      }, 60_000);
    },
  );
});
