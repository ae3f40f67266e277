// The checkouts' table: the one place where a checkout moves, each time in one transaction with what it means.
import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { type CheckoutState, isAtRest, isBuying, type Terms } from './checkout-state.ts';
import type { CheckoutRow, OrdersTables } from './tables.ts';

/** A checkout that this process may move, until its lease is taken over. */
export interface Checkout<State = CheckoutState> {
  readonly id: string;
  readonly accountId: string;
  readonly terms: Terms;
  readonly state: State;
  readonly attempts: number;
  readonly lease: string;
  /** In ms since 1970. */
  readonly createdAt: number;
}

export interface CheckoutsOptions {
  readonly db: Kysely<OrdersTables>;
  /** How long a step may take before others believe that its process died. */
  readonly leaseMs: number;
  /** The current time in ms since 1970. */
  readonly now: () => number;
}

/** Somebody else drives this checkout now; whoever sees this leaves it alone. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(checkoutId: string) {
    super(`The checkout ${checkoutId} was taken over`);
  }
}

export type Checkouts = ReturnType<typeof createCheckouts>;

const maxDueAtOnce = 100;
const toTime = (ms: number) => new Date(ms).toISOString();

const toCheckout = (row: CheckoutRow): Checkout => ({
  id: row.id,
  accountId: row.account_id,
  terms: JSON.parse(row.terms),
  state: JSON.parse(row.payload),
  attempts: row.attempts,
  lease: row.lease,
  createdAt: Date.parse(row.created_at),
});

/** What a new state means for the order itself. */
async function writeOrder(db: Transaction<OrdersTables>, checkout: Checkout, next: CheckoutState, time: string) {
  const { id, accountId, terms } = checkout;
  if (next.step === 'placed') {
    const { purchase, paymentId } = next;
    const texts = { items: JSON.stringify(purchase.items), address: JSON.stringify(purchase.address) };
    const money = { currency: terms.currency, total_amount: terms.totalAmount, payment_id: paymentId };
    const times = { created_at: time, updated_at: time };
    await db
      .insertInto('orders')
      .values({ id, account_id: accountId, status: 'placed', ...money, ...texts, ...times })
      .execute();
  }
  const status = next.step === 'captured' ? 'paid' : next.step === 'cancelled' ? 'cancelled' : undefined;
  if (status) await db.updateTable('orders').set({ status, updated_at: time }).where('id', '=', id).execute();
}

export function createCheckouts({ db, leaseMs, now }: CheckoutsOptions) {
  const toLeasedUntil = (state: CheckoutState) => (isAtRest(state) ? null : now() + leaseMs);

  /** Undefined when the checkout exists already, or its account has another one under way. */
  const begin = async (id: string, accountId: string, terms: Terms): Promise<Checkout | undefined> => {
    const state: CheckoutState = { step: 'begun' };
    const time = toTime(now());
    const row: CheckoutRow = {
      id,
      account_id: accountId,
      step: state.step,
      is_buying: 1,
      terms: JSON.stringify(terms),
      payload: JSON.stringify(state),
      attempts: 0,
      lease: randomUUID(),
      leased_until: toLeasedUntil(state),
      created_at: time,
      updated_at: time,
    };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('checkouts')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n ? toCheckout(row) : undefined;
  };

  const find = async (id: string): Promise<Checkout | undefined> => {
    const row = await db.selectFrom('checkouts').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toCheckout(row);
  };

  /**
   * Moves on, writing the order where the new state means something for it; with `lease`, takes over at the same
   * time. Throws LeaseLost when the checkout is not any more where the caller left it.
   */
  const move = async <Next extends CheckoutState>(
    from: Checkout,
    state: Next,
    lease = from.lease,
  ): Promise<Checkout<Next>> => {
    const time = toTime(now());
    await db.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('checkouts')
        .set({
          step: state.step,
          is_buying: isBuying(state) ? 1 : 0,
          payload: JSON.stringify(state),
          attempts: 0,
          lease,
          leased_until: toLeasedUntil(state),
          updated_at: time,
        })
        .where((row) => row.and({ id: from.id, lease: from.lease, step: from.state.step }))
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw new LeaseLost(from.id);
      await writeOrder(transaction, from, state, time);
    });
    return { ...from, state, lease, attempts: 0 };
  };

  /** The right to drive the checkout, or undefined while somebody else has it or nothing is left to do. */
  const take = async (checkout: Checkout): Promise<Checkout | undefined> => {
    const lease = randomUUID();
    const { numUpdatedRows } = await db
      .updateTable('checkouts')
      .set({ lease, leased_until: now() + leaseMs })
      .where((row) => row.and({ id: checkout.id, lease: checkout.lease }))
      .where('leased_until', '<=', now())
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n ? { ...checkout, lease } : undefined;
  };

  /** The present step brought no answer: anybody may try again from `retryAt` on. */
  const postpone = async ({ id, lease, attempts }: Checkout, retryAt: number): Promise<void> => {
    await db
      .updateTable('checkouts')
      .set({ attempts: attempts + 1, leased_until: retryAt, updated_at: toTime(now()) })
      .where((row) => row.and({ id, lease }))
      .where('leased_until', 'is not', null)
      .execute();
  };

  /** Those whose lease ran out, the longest waiting first. */
  const listDue = async (): Promise<Checkout[]> => {
    const rows = await db
      .selectFrom('checkouts')
      .selectAll()
      .where('leased_until', '<=', now())
      .orderBy('leased_until')
      .limit(maxDueAtOnce)
      .execute();
    return rows.map(toCheckout);
  };

  return { begin, find, move, take, postpone, listDue };
}
