// Closes the payments of an order: whatever they hold goes back, and none can follow.
import type { Kysely, Transaction } from 'kysely';
import type { components } from '../generated/payments.ts';
import type { Settle } from '../http/operation.ts';
import type { PaymentRow, PaymentsTables } from './tables.ts';

type ClosedPayments = components['schemas']['ClosedPayments'];

export interface OrderPayments {
  readonly orderId: string;
  readonly accountId: string;
}

export interface CloseOptions {
  readonly db: Kysely<PaymentsTables>;
  readonly now: () => number;
}

/** Until the transaction ends nobody else authorises or closes here. Gives whether the payments are closed already. */
export async function lockOrder(write: Transaction<PaymentsTables>, order: OrderPayments): Promise<boolean> {
  const key = { order_id: order.orderId, account_id: order.accountId };
  const { is_closed } = await write
    .insertInto('order_payments')
    .values({ ...key, is_closed: 0 })
    .onConflict((conflict) => conflict.columns(['order_id', 'account_id']).doUpdateSet(key))
    .returning('is_closed')
    .executeTakeFirstOrThrow();
  return is_closed === 1;
}

const sumOf = (rows: readonly PaymentRow[], status: PaymentRow['status']) =>
  rows.filter((row) => row.status === status).reduce((sum, { amount }) => sum + amount, 0);

/** What is authorised is voided, what is captured refunded; closing again changes nothing. */
export function createClose({ db, now }: CloseOptions) {
  return (order: OrderPayments, settle: Settle): Promise<ClosedPayments> =>
    db.transaction().execute(async (write) => {
      const { orderId, accountId } = order;
      const key = { order_id: orderId, account_id: accountId };
      const updated_at = new Date(now()).toISOString();
      const give = async (from: PaymentRow['status'], to: PaymentRow['status']) => {
        const open = write.updateTable('payments').set({ status: to, updated_at });
        await open.where((row) => row.and({ ...key, status: from })).execute();
      };
      await lockOrder(write, order);
      const closing = write.updateTable('order_payments').set({ is_closed: 1 });
      await closing.where((row) => row.and(key)).execute();
      await give('authorized', 'voided');
      await give('captured', 'refunded');
      const all = write.selectFrom('payments').selectAll();
      const rows = await all.where((row) => row.and(key)).execute();
      return settle(write, { orderId, voidedAmount: sumOf(rows, 'voided'), refundedAmount: sumOf(rows, 'refunded') });
    });
}
