import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readBooks } from './books.fixture.ts';
import { lamp, onEachShop } from './each-shop.fixture.ts';
import { type Interfere, type Interference, interfere, type ShopService } from './shop.fixture.ts';

const nowhere = 'http://127.0.0.1:1';
const isCall = ({ method, url }: IncomingMessage, call: string) => `${method} ${url?.split('?')[0]}`.endsWith(call);

/** Interferes with the first of these calls, with each in its own way. */
const once = (call: string, ...decisions: ReturnType<Interfere>[]): Interfere => {
  const left = decisions.values();
  return (request) => (isCall(request, call) ? (left.next().value ?? 'pass') : 'pass');
};

const dayMs = 86_400_000;
const shortMs = 200;
/** Settings are read when orders start. */
let patienceMs = shortMs;

describe('a checkout while services fail', () => {
  onEachShop(
    () => ({ patienceMs }),
    (shop) => {
      const real: Partial<Record<ShopService, string>> = {};
      const standing: Interference[] = [];
      const redirect = (service: ShopService, origin: string) => {
        real[service] ??= String(shop.origins[service]);
        shop.origins[service] = origin;
      };
      const stand = async (service: ShopService, decide: Interfere) => {
        const between = await interfere(String(shop.origins[service]), decide);
        standing.push(between);
        redirect(service, between.origin);
      };
      const mend = async () => {
        Object.assign(shop.origins, real);
        for (const service of Object.keys(real)) delete real[service as ShopService];
        for (const between of standing.splice(0)) await between.close();
      };
      afterEach(mend);

      /** A person with a lamp in the cart, and the same request for it every time. */
      const someone = async () => {
        const person = shop.newCustomer();
        await person.add(lamp);
        const { totalAmount } = await person.cart();
        const buy = () => person.checkOut({ key: 'same', totalAmount });
        return { ...person, buy };
      };
      const paymentsOf = async (accountId: string) => {
        const { payments } = await readBooks(shop);
        return payments.filter((row) => row.account_id === accountId).map(({ status }) => status);
      };
      const unknownYet = { status: 503, body: { code: 'UNAVAILABLE' }, headers: { 'retry-after': '1' } };

      it.each([
        ['inventory', 'POST /v1/reservations'],
        ['payments', 'POST /v1/payments'],
        ['inventory', '/commit'],
      ] as const)('does nothing twice when the answer of %s to %s is lost', async (service, call) => {
        const anna = await someone();
        await stand(service, once(call, 'swallow'));
        expect(await anna.buy()).toMatchObject(unknownYet);
        await shop.recover();
        expect(await anna.buy()).toMatchObject({ status: 201, body: { status: 'paid' } });
        expect((await anna.orders()).body.total).toBe(1);
      });

      it('asks again within the same request when a service fails for a moment', async () => {
        const restart = async (newPatienceMs: number) => {
          patienceMs = newPatienceMs;
          await shop.stop('orders');
          await shop.start('orders');
        };
        await restart(4000);
        const anna = await someone();
        await stand('payments', once('POST /v1/payments', 'fail'));
        await stand('inventory', once('POST /v1/reservations', 'fail'));
        await stand('carts', once('GET /v1/carts', 'fail'));
        expect(await anna.buy()).toMatchObject({ status: 201, body: { status: 'paid' } });
        await restart(shortMs);
      });

      it('says that nothing is known yet while payments hang, and tells the outcome later', async () => {
        const anna = await someone();
        await stand('payments', () => 'hang');
        const startedAt = performance.now();
        const [first, duplicate] = await Promise.all([anna.buy(), anna.buy()]);
        expect(performance.now() - startedAt).toBeLessThan(4000);
        expect([first.status, duplicate.status].sort()).toEqual([409, 503]);
        expect((await anna.orders()).body.total).toBe(0);
        await mend();
        await shop.recover();
        expect(await anna.buy()).toMatchObject({ status: 201, body: { status: 'paid' } });
      });

      it('keeps a key for the checkout it began, also while its outcome is not known', async () => {
        const anna = await someone();
        await stand('payments', () => 'fail');
        expect(await anna.buy()).toMatchObject(unknownYet);
        const other = await anna.checkOut({ key: 'same', totalAmount: 1 });
        expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
        await mend();
      });

      it('places the order when the money is held, and captures it later', async () => {
        const anna = await someone();
        await stand('payments', (request) => (isCall(request, '/capture') ? 'fail' : 'pass'));
        const { status, body } = await anna.buy();
        expect({ status, body }).toMatchObject({ status: 201, body: { status: 'placed', cancelReason: null } });
        const { checkouts } = await readBooks(shop);
        expect(JSON.stringify(checkouts.find(({ id }) => id === body.id))).not.toContain('card-visa');
        shop.advance(dayMs - 60_000);
        await mend();
        await shop.recover();
        expect((await anna.orders(`?ids=${body.id}`)).body.items[0].status).toBe('paid');
      });

      it('cancels an order whose money is refused for good, and says why', async () => {
        const anna = await someone();
        await stand('payments', once('/capture', 'refuse'));
        const { status, body } = await anna.buy();
        expect({ status, body }).toMatchObject({
          status: 201,
          body: { status: 'cancelled', cancelReason: 'paymentFailed' },
        });
        expect(await paymentsOf(anna.accountId)).toEqual(['voided']);
        expect((await anna.checkOut()).status).toBe(201);
      });

      it.each([
        ['away', once('/capture'), 'voided'],
        ['away, though it was captured and nobody was told', once('/capture', 'lose'), 'refunded'],
      ])('cancels an order that is not paid for within a day, with payments %s', async (_, first, outcome) => {
        const anna = await someone();
        let isFirst = true;
        await stand('payments', (request, count) => {
          if (!isCall(request, '/capture')) return 'pass';
          const decision = isFirst ? first(request, count) : 'fail';
          isFirst = false;
          return decision === 'pass' ? 'fail' : decision;
        });
        expect(await anna.buy()).toMatchObject({ status: 201, body: { status: 'placed' } });
        shop.advance(dayMs + 60_000);
        await shop.recover();
        expect((await anna.orders()).body.items).toMatchObject([
          { status: 'cancelled', cancelReason: 'paymentFailed' },
        ]);
        expect(await paymentsOf(anna.accountId)).toEqual([outcome]);
      });

      it('captures once when the answer to it is lost', async () => {
        const anna = await someone();
        await stand('payments', once('/capture', 'lose'));
        expect((await anna.buy()).status).toBe(201);
      });

      it('is paid although carts are away at the end, and lets nobody buy the same cart again', async () => {
        const anna = await someone();
        await stand('carts', (request) => (isCall(request, '/take') ? 'fail' : 'pass'));
        expect(await anna.buy()).toMatchObject({ status: 201, body: { status: 'paid' } });
        const { totalAmount } = await anna.cart();
        expect(await anna.checkOut({ totalAmount })).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
        await anna.add(lamp, 2);
        await mend();
        await shop.recover();
        expect((await anna.cart()).items).toMatchObject([{ productId: lamp, quantity: 2 }]);
      });

      it('takes out of the cart once what was bought, when nobody was told that it is out', async () => {
        const anna = await someone();
        await stand('carts', once('/take', 'lose'));
        expect((await anna.buy()).status).toBe(201);
        await anna.add(lamp, 2);
        await shop.recover();
        expect((await anna.cart()).items).toMatchObject([{ productId: lamp, quantity: 2 }]);
      });

      it('is over for the person, too, when carts refuse for good to be tidied', async () => {
        const anna = await someone();
        await stand('carts', once('/take', 'refuse'));
        expect(await anna.buy()).toMatchObject({ status: 201, body: { status: 'paid' } });
        expect((await anna.checkOut()).status).toBe(201);
      });

      it('charges nothing for pieces that were held for too long', async () => {
        const anna = await someone();
        await stand('inventory', (request) => (isCall(request, '/commit') ? 'fail' : 'pass'));
        expect(await anna.buy()).toMatchObject(unknownYet);
        shop.advance(11 * 60_000);
        await mend();
        await shop.recover();
        expect(await anna.buy()).toMatchObject({ status: 409, body: { code: 'RESERVATION_EXPIRED' } });
        expect(await paymentsOf(anna.accountId)).toEqual(['voided']);
      });

      it.each(['carts', 'accounts', 'inventory', 'payments'] as const)(
        'undoes what took so long that nobody counts on it, with %s away',
        async (service) => {
          const anna = await someone();
          redirect(service, nowhere);
          expect(await anna.buy()).toMatchObject(unknownYet);
          shop.advance(61_000);
          await mend();
          await shop.recover();
          expect(await anna.buy()).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
          expect((await anna.orders()).body.total).toBe(0);
          expect((await anna.checkOut()).status).toBe(201);
        },
      );

      it.each([
        ['inventory', 'POST /v1/reservations'],
        ['payments', 'POST /v1/payments'],
        ['inventory', '/commit'],
      ] as const)('undoes everything when %s refuses %s for good', async (service, call) => {
        const anna = await someone();
        await stand(service, once(call, 'refuse'));
        expect(await anna.buy()).toMatchObject({ status: 500, body: { code: 'INTERNAL_ERROR' } });
        expect((await anna.checkOut()).status).toBe(201);
      });

      it('gives back money that is held though nobody was told, when payments refuse it for good then', async () => {
        const anna = await someone();
        await stand('payments', once('POST /v1/payments', 'lose', 'refuse'));
        await anna.buy();
        await shop.recover();
        expect(await anna.buy()).toMatchObject({ status: 500, body: { code: 'INTERNAL_ERROR' } });
        expect(await paymentsOf(anna.accountId)).toEqual(['voided']);
        expect((await anna.checkOut()).status).toBe(201);
      });

      it('gives back later what cannot be given back now', async () => {
        const anna = await someone();
        await stand('inventory', (request) => (isCall(request, '/release') ? 'fail' : 'pass'));
        const { totalAmount } = await anna.cart();
        const decline = () => anna.checkOut({ key: 'declined', totalAmount, card: 'card-refused' });
        expect(await decline()).toMatchObject(unknownYet);
        await mend();
        await shop.recover();
        expect(await decline()).toMatchObject({ status: 409, body: { code: 'PAYMENT_DECLINED' } });
      });
    },
  );
});
