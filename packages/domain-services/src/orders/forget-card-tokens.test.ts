import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { onEachDatabase } from '../database/each-database.fixture.ts';
import { type OpenDatabaseOptions, openDatabase } from '../database/open-database.ts';
import { isBegunWith, toCheckout } from './checkout-rows.ts';
import { type OrdersTables, ordersMigrations } from './tables.ts';

const held = { reservationId: 'res-1', paymentId: 'pay-1' };
const returning = { reservationId: 'res-1', mayHoldMoney: true };
const refusal = { code: 'PAYMENT_DECLINED', detail: 'No.' };
const input = { totalAmount: 5, currency: 'EUR', addressId: 'adr-0001', cardToken: 'card-visa' };

/** Each state as it was written then, and as it is read now. */
const states = [
  { was: { step: 'begun' }, is: { step: 'begun', cardToken: 'card-visa' } },
  {
    was: { step: 'reserved', purchase: {}, reservationId: 'res-1', attempt: 1 },
    is: { step: 'reserved', cardToken: 'card-visa', purchase: {}, reservationId: 'res-1', attempt: 1 },
  },
  { was: { step: 'placed', purchase: {}, ...held }, is: { step: 'placed', purchase: {}, ...held } },
  { was: { step: 'done', ...held }, is: { step: 'done', ...held } },
  { was: { step: 'undoing', refusal, ...held }, is: { step: 'undoing', refusal, ...returning } },
  {
    was: { step: 'undoing', refusal, reservationId: 'res-1', paymentId: null },
    is: { step: 'undoing', refusal, reservationId: 'res-1', mayHoldMoney: false },
  },
  { was: { step: 'failed', refusal }, is: { step: 'failed', refusal } },
  { was: { step: 'cancelling', ...held }, is: { step: 'cancelling', reason: 'requested', ...returning } },
  { was: { step: 'cancelled' }, is: { step: 'cancelled', reason: 'requested' } },
];

describe('checkouts of an older version', () => {
  onEachDatabase([], (running) => {
    const open = (migrations: OpenDatabaseOptions<OrdersTables>['migrations']) =>
      openDatabase<OrdersTables>({
        name: 'orders',
        location: running.database,
        migrations,
        seed: async () => undefined,
        onIdleError: () => undefined,
      });

    it('forget their cards, know their keys, and go on where they were', async () => {
      const then = await open((types) => {
        const { '0003-forget-what-is-over': _, ...older } = ordersMigrations(types);
        return older;
      });
      for (const [index, { was }] of states.entries()) {
        await sql`insert into checkouts values (${`ord-key-${index}`}, ${`acc-${index}`}, ${was.step}, 0,
          ${JSON.stringify(input)}, ${JSON.stringify(was)}, 0, 'lease', null, 'then', 'then')`.execute(then);
      }
      await then.destroy();
      const now = await open(ordersMigrations);
      const rows = await now.selectFrom('checkouts').selectAll().orderBy('id').execute();
      await now.destroy();
      const checkouts = rows.map(toCheckout);
      expect(checkouts.map(({ state }) => state)).toEqual(states.map(({ is }) => is));
      for (const [index, { begunBy, terms, ...checkout }] of checkouts.entries()) {
        expect(begunBy).toBe(`key-${index}`);
        expect(terms).toEqual({ totalAmount: 5, currency: 'EUR', addressId: 'adr-0001' });
        expect(isBegunWith({ begunBy, terms, ...checkout }, input)).toBe(true);
        expect(isBegunWith({ begunBy, terms, ...checkout }, { ...input, cardToken: 'card-other' })).toBe(false);
      }
    });
  });
});
