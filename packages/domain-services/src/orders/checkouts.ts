// The checkouts' table: the one place where a checkout moves, each time in one transaction with what it means.
import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { purgeIntervalMs, retentionMs } from '../retention.ts';
import { type Checkout, toCheckout, toNewRow, toStateColumns } from './checkout-rows.ts';
import type { CheckoutInput, CheckoutState } from './checkout-state.ts';
import type { OrdersTables } from './tables.ts';

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
const maxPurgedAtOnce = 1000;
const toTime = (ms: number) => new Date(ms).toISOString();

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
      .values({ id, account_id: accountId, status: 'placed', cancel_reason: null, ...money, ...texts, ...times })
      .execute();
  }
  const order = db.updateTable('orders').set({ updated_at: time }).where('id', '=', id);
  if (next.step === 'captured') await order.set({ status: 'paid' }).execute();
  if (next.step === 'cancelled') await order.set({ status: 'cancelled', cancel_reason: next.reason }).execute();
}

export function createCheckouts({ db, leaseMs, now }: CheckoutsOptions) {
  let purgedAt = Number.NEGATIVE_INFINITY;

  /** Undefined when the key began a checkout already, or its account has another one under way. */
  const begin = async (begunBy: string, accountId: string, input: CheckoutInput): Promise<Checkout | undefined> => {
    const times = { leasedUntil: now() + leaseMs, time: toTime(now()) };
    const row = toNewRow({ begunBy, accountId, input, lease: randomUUID(), ...times });
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

  const findBegun = async (begunBy: string): Promise<Checkout | undefined> => {
    const row = await db.selectFrom('checkouts').selectAll().where('begun_by', '=', begunBy).executeTakeFirst();
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
        .set({ ...toStateColumns(state, now() + leaseMs), lease, updated_at: time })
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

  /** Forgets those that came to their end long ago, at most once a minute; their orders stay. */
  const purge = async (): Promise<void> => {
    if (now() - purgedAt < purgeIntervalMs) return;
    purgedAt = now();
    const old = db
      .selectFrom('checkouts')
      .select('id')
      .where('leased_until', 'is', null)
      .where('updated_at', '<=', toTime(now() - retentionMs))
      .orderBy('updated_at')
      .limit(maxPurgedAtOnce);
    await db.deleteFrom('checkouts').where('id', 'in', old).execute();
  };

  return { begin, find, findBegun, move, take, postpone, listDue, purge };
}
