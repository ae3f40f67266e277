import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { startDomainServices } from '../index.ts';
import { lamp, onEachShop } from './each-shop.fixture.ts';
import { interfere } from './shop.fixture.ts';

const crashMain = join(import.meta.dirname, 'crash-main.fixture.ts');
const both = (step: string) => [`before ${step}`, `after ${step}`];
const idempotencyLeaseMs = 30_000;

/** The moment at which the process of orders dies, counted from 1 where it comes more than once. */
let death: { moment: string; turn: number } | undefined;

function onStep(moment: string): void {
  if (death?.moment !== moment) return;
  death.turn -= 1;
  if (death.turn > 0) return;
  death = undefined;
  throw new Error('the process dies here');
}

describe('a checkout whose process dies', () => {
  onEachShop(
    () => ({ patienceMs: 200, onStep }),
    (shop) => {
      let child: ChildProcess | undefined;
      afterEach(() => {
        death = undefined;
        child?.kill('SIGKILL');
      });
      const restart = async () => {
        await shop.stop('orders');
        await shop.start('orders');
        await shop.recover();
      };
      const someone = async (card = 'card-visa') => {
        const person = shop.newCustomer();
        await person.add(lamp, 2);
        const { totalAmount } = await person.cart();
        return { ...person, totalAmount, buy: () => person.checkOut({ key: 'same', totalAmount, card }) };
      };

      it.each(['begun', 'settled', 'reserved', 'authorized', 'placed', 'captured'].flatMap(both))(
        'is brought to its end after a death %s',
        async (moment) => {
          const anna = await someone();
          death = { moment, turn: 1 };
          const { status } = await anna.buy();
          expect(death).toBeUndefined();
          expect(status).toBe(/placed|captured/.test(moment) ? 201 : 503);
          const isPaid = moment.endsWith('captured');
          if (isPaid) await anna.add(lamp, 1);
          await restart();
          const { body } = await anna.buy();
          expect((await anna.orders()).body).toMatchObject({ total: 1, items: [{ id: body.id, status: 'paid' }] });
          expect((await anna.cart()).itemCount).toBe(isPaid ? 1 : 0);
        },
      );

      it.each(both('undoing'))('is undone after a death %s', async (moment) => {
        const anna = await someone('card-no-funds');
        death = { moment, turn: 1 };
        expect((await anna.buy()).status).toBe(503);
        await restart();
        expect(await anna.buy()).toMatchObject({ status: 409, body: { declineReason: 'insufficientFunds' } });
      });

      it.each([1, 2].flatMap((turn) => both('cancelling').map((moment) => ({ moment, turn }))))(
        'is cancelled after a death $moment, turn $turn',
        async ({ moment, turn }) => {
          const anna = await someone();
          const { body } = await anna.buy();
          death = { moment, turn };
          expect((await anna.cancel(body.id)).status).toBe(503);
          expect(death).toBeUndefined();
          await restart();
          expect((await anna.orders()).body.items[0].status).toBe('cancelled');
        },
      );

      it('is taken over by one of two processes, however many die on the way', async () => {
        const beside = await startDomainServices(shop.toOptions('orders'));
        for (const step of ['settled', 'reserved', 'authorized', 'placed']) {
          const anna = await someone();
          death = { moment: `after ${step}`, turn: 2 };
          const first = anna.buy();
          const ben = await someone();
          await Promise.all([first, ben.buy()]);
          expect(death).toBeUndefined();
          await shop.recover();
          for (const person of [anna, ben]) expect((await person.orders()).body.total).toBe(1);
        }
        await beside.close();
      });

      const spawnOrders = async (killAt: string) => {
        await shop.stop('orders');
        const { now: _now, checkout: _checkout, ...options } = shop.toOptions('orders');
        const clockAheadMs = String(shop.now() - Date.now());
        const main = ['--conditions=facet-source', crashMain, JSON.stringify(options), killAt, clockAheadMs];
        child = spawn(process.execPath, main, { stdio: ['ignore', 'pipe', 'inherit'] });
        const [origin] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
        return { origin: String(origin), exit: once(child, 'exit') };
      };

      const buyAt = async (origin: string, anna: Awaited<ReturnType<typeof someone>>) => {
        const address = (await shop.request('accounts', '/v1/addresses', { as: anna.accountId })).body.items[0];
        const terms = { totalAmount: anna.totalAmount, currency: 'EUR', addressId: address.id, cardToken: 'card-visa' };
        return request(`${origin}/v1/orders`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${shop.running.provider.personToken(anna.accountId)}`,
            'content-type': 'application/json',
            'idempotency-key': 'same',
          },
          body: JSON.stringify(terms),
        });
      };

      const checkRecovered = async (anna: Awaited<ReturnType<typeof someone>>) => {
        await shop.start('orders');
        await shop.recover();
        shop.advance(idempotencyLeaseMs);
        const { status, body } = await anna.buy();
        expect({ status, body }).toMatchObject({ status: 201, body: { status: 'paid' } });
        expect((await anna.orders()).body.total).toBe(1);
      };

      it.each(['after settled', 'after reserved', 'before placed'])('survives a real SIGKILL %s', async (moment) => {
        const anna = await someone();
        const { origin, exit } = await spawnOrders(moment);
        await expect(buyAt(origin, anna)).rejects.toThrow();
        expect((await exit)[1]).toBe('SIGKILL');
        await checkRecovered(anna);
      });

      it('survives a real SIGKILL while payments hold the money and say nothing', async () => {
        const anna = await someone();
        const real = String(shop.origins.payments);
        const between = await interfere(real, () => 'swallow');
        shop.origins.payments = between.origin;
        const { origin, exit } = await spawnOrders('never');
        const lost = expect(buyAt(origin, anna)).rejects.toThrow();
        await between.heldBack;
        child?.kill('SIGKILL');
        await Promise.all([lost, exit]);
        shop.origins.payments = real;
        await between.close();
        await checkRecovered(anna);
      });
    },
  );
});
