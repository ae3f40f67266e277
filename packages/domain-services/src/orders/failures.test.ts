import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readBooks } from './books.fixture.ts';
import { lamp, onEachShop } from './each-shop.fixture.ts';
import { type Interfere, type Interference, interfere, type ShopService } from './shop.fixture.ts';

const nowhere = 'http://127.0.0.1:1';
const isCall = ({ method, url }: IncomingMessage, call: string) => `${method} ${url?.split('?')[0]}`.endsWith(call);

/** Interferes with the first of these calls only. */
const once = (call: string, decision: ReturnType<Interfere>): Interfere => {
  let isDone = false;
  return (request) => {
    if (isDone || !isCall(request, call)) return 'pass';
    isDone = true;
    return decision;
  };
};

describe('a checkout while services fail', () => {
  onEachShop(
    () => ({ patienceMs: 200 }),
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
        const anna = await someone();
        await stand('payments', once('POST /v1/payments', 'fail'));
        await stand('inventory', once('POST /v1/reservations', 'fail'));
        await stand('carts', once('GET /v1/carts', 'fail'));
        expect(await anna.buy()).toMatchObject({ status: 201, body: { status: 'paid' } });
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
        await stand('payments', once('POST /v1/payments', 'swallow'));
        expect(await anna.buy()).toMatchObject(unknownYet);
        const other = await anna.checkOut({ key: 'same', totalAmount: 1 });
        expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
      });

      it('places the order when the money is held, and captures it later', async () => {
        const anna = await someone();
        await stand('payments', (request) => (isCall(request, '/capture') ? 'fail' : 'pass'));
        const { status, body } = await anna.buy();
        expect({ status, body }).toMatchObject({ status: 201, body: { status: 'placed' } });
        await mend();
        await shop.recover();
        expect((await anna.orders(`?ids=${body.id}`)).body.items[0].status).toBe('paid');
      });

      it('captures once when the answer to it is lost', async () => {
        const anna = await someone();
        await stand('payments', once('/capture', 'swallow'));
        expect((await anna.buy()).status).toBe(201);
      });

      it('is paid although carts are away at the end, and lets nobody buy the same cart again', async () => {
        const anna = await someone();
        await stand('carts', (request) => (request.method === 'DELETE' ? 'fail' : 'pass'));
        expect(await anna.buy()).toMatchObject({ status: 201, body: { status: 'paid' } });
        const { totalAmount } = await anna.cart();
        expect(await anna.checkOut({ totalAmount })).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
        await mend();
        await shop.recover();
        expect((await anna.cart()).items).toEqual([]);
      });

      it('charges nothing for pieces that were held for too long', async () => {
        const anna = await someone();
        await stand('inventory', (request) => (isCall(request, '/commit') ? 'fail' : 'pass'));
        expect(await anna.buy()).toMatchObject(unknownYet);
        shop.advance(11 * 60_000);
        await mend();
        await shop.recover();
        expect(await anna.buy()).toMatchObject({ status: 409, body: { code: 'RESERVATION_EXPIRED' } });
        const { payments } = await readBooks(shop);
        expect(payments.filter((row) => row.account_id === anna.accountId).map(({ status }) => status)).toEqual([
          'voided',
        ]);
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
