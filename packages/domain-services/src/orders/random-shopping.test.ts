import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../database/each-database.fixture.ts';
import type { Customer } from './customer.fixture.ts';
import { chair, lamp, onEachShop } from './each-shop.fixture.ts';

const vase = 'prd-0013';
const moments = ['begun', 'settled', 'reserved', 'authorized', 'placed', 'captured', 'undoing', 'cancelling'].flatMap(
  (step) => [`before ${step}`, `after ${step}`],
);
const expectedCodes = [
  'CART_EMPTY',
  'PRICE_CHANGED',
  'OUT_OF_STOCK',
  'PAYMENT_DECLINED',
  'RESERVATION_EXPIRED',
  'CONFLICT',
  'IDEMPOTENCY_KEY_IN_USE',
  'IDEMPOTENCY_KEY_REUSED',
  'UNAVAILABLE',
];

const person = fc.nat({ max: 3 });
const product = fc.constantFrom(lamp, chair, vase);
const card = fc.constantFrom('card-visa', 'card-visa', 'card-mastercard', 'card-try-again', 'card-no-funds');
const action = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('add' as const),
      person,
      product,
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const), person, product }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('buy' as const), person, card, key: fc.nat({ max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('cancel' as const), person }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('die' as const), moment: fc.constantFrom(...moments) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('wait' as const), seconds: fc.constantFrom(1, 15, 70, 700) }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** Each inner list happens at the same time, the lists one after another. */
const afternoon = fc.array(fc.array(action, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 12 });

/** The moments at which the process of orders is yet to die. */
const deaths = new Set<string>();

function onStep(moment: string): void {
  if (deaths.delete(moment)) throw new Error('the process dies here');
}

describe('random shopping', () => {
  onEachShop(
    () => ({ patienceMs: 100, onStep }),
    (shop) => {
      afterEach(() => deaths.clear());

      it('leaves books that agree, whoever dies when', async () => {
        let round = 0;
        const outcomes = new Map<string, number>();
        const note = ({ status, body }: Answer) => {
          const outcome = body.code ?? `${status}`;
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (status > 201) expect(expectedCodes).toContain(body.code);
        };
        const act = async (people: readonly Customer[], what: Action) => {
          if (what.does === 'die') return void deaths.add(what.moment);
          if (what.does === 'wait') return shop.advance(what.seconds * 1000);
          const someone = people[what.person] as Customer;
          if (what.does === 'add') return void (await someone.add(what.product, what.quantity));
          if (what.does === 'remove') return void (await someone.remove(what.product));
          if (what.does === 'buy') {
            return note(await someone.checkOut({ card: what.card, key: `${round}-${what.key}` }));
          }
          const [latest] = (await someone.orders('?limit=1')).body.items;
          if (latest) note(await someone.cancel(latest.id));
        };
        const spend = async (steps: readonly Action[][]) => {
          round += 1;
          deaths.clear();
          await shop.setStock(vase, 6);
          const people = Array.from({ length: 4 }, (_, index) => shop.customer(`acc-${101 + index}`));
          for (const together of steps) await Promise.all(together.map((what) => act(people, what)));
          deaths.clear();
          await shop.recover();
          await shop.checkBooks();
        };
        await fc.assert(fc.asyncProperty(afternoon, spend), { numRuns: 25, seed: 20_261_121, endOnFailure: true });
        for (const outcome of ['201', '200', 'OUT_OF_STOCK', 'PAYMENT_DECLINED', 'UNAVAILABLE']) {
          expect(outcomes.get(outcome)).toBeGreaterThan(0);
        }
      }, 60_000);
    },
  );
});
