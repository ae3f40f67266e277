import { describe, expect, it } from '@jest/globals';
import { readBooks } from './books.fixture.ts';
import { lamp, onEachShop } from './each-shop.fixture.ts';
import { interfere } from './shop.fixture.ts';

describe('cancelling', () => {
  onEachShop(
    () => ({ patienceMs: 200 }),
    (shop) => {
      const buyer = async () => {
        const person = shop.newCustomer();
        await person.add(lamp, 3);
        return { ...person, order: (await person.checkOut()).body };
      };
      const paymentsOf = async (accountId: string) => {
        const { payments } = await readBooks(shop);
        return payments.filter((row) => row.account_id === accountId).map(({ status }) => status);
      };
      const replacing = async (service: 'payments' | 'inventory', path: string, work: () => Promise<void>) => {
        const real = String(shop.origins[service]);
        const between = await interfere(real, ({ url }) => (url?.endsWith(path) ? 'fail' : 'pass'));
        shop.origins[service] = between.origin;
        try {
          await work();
        } finally {
          shop.origins[service] = real;
          await between.close();
        }
      };

      it('gives the money back and the pieces too', async () => {
        const { order, accountId, ...anna } = await buyer();
        const { status, body } = await anna.cancel(order.id);
        expect({ status, body }).toMatchObject({
          status: 200,
          body: { id: order.id, status: 'cancelled', cancelReason: 'requested' },
        });
        expect(body.items).toEqual(order.items);
        expect(await paymentsOf(accountId)).toEqual(['refunded']);
      });

      it('changes nothing when it is asked again, with another key or at the same time', async () => {
        const { order, accountId, ...anna } = await buyer();
        const answers = await Promise.all([anna.cancel(order.id), anna.cancel(order.id), anna.cancel(order.id)]);
        for (const { status } of answers) expect([200, 503]).toContain(status);
        await shop.recover();
        expect(await anna.cancel(order.id)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
        const replay = await anna.cancel(order.id, 'again');
        expect((await anna.cancel(order.id, 'again')).text).toBe(replay.text);
        expect(await paymentsOf(accountId)).toEqual(['refunded']);
      });

      it('gives up money that is only held', async () => {
        const anna = shop.newCustomer();
        await anna.add(lamp);
        await replacing('payments', '/capture', async () => {
          const { body } = await anna.checkOut();
          expect(body.status).toBe('placed');
          expect(await anna.cancel(body.id)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
        });
        expect(await paymentsOf(anna.accountId)).toEqual(['voided']);
      });

      it.each([
        ['payments', '/close'],
        ['inventory', '/release'],
      ] as const)('is finished later when %s fail %s', async (service, path) => {
        const { order, ...anna } = await buyer();
        await replacing(service, path, async () => {
          expect(await anna.cancel(order.id)).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
        });
        await shop.recover();
        expect((await anna.orders()).body.items[0].status).toBe('cancelled');
      });

      it('is possible for a day', async () => {
        const [early, late] = [await buyer(), await buyer()];
        shop.advance(86_400_000 - 60_000);
        expect((await early.cancel(early.order.id)).status).toBe(200);
        shop.advance(60_000);
        expect(await late.cancel(late.order.id)).toMatchObject({ status: 409, body: { code: 'NOT_CANCELLABLE' } });
        expect(await early.cancel(early.order.id)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
      });

      it('knows no orders of others, and none that were never made', async () => {
        const { order } = await buyer();
        const ben = shop.newCustomer();
        for (const id of [order.id, 'ord-unknown']) {
          expect(await ben.cancel(id)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
        }
      });
    },
  );
});
