// Money of orders: asked for once an attempt, then captured, voided or refunded as one table says.
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readGroups } from '../collections/read-groups.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage, ByParents } from '../collections/selection.ts';
import type { components } from '../generated/payments.ts';
import type { Settle } from '../http/operation.ts';
import { Problem } from '../problem.ts';
import { type Card, findCard } from './cards.ts';
import { createClose, lockOrder } from './close.ts';
import type { PaymentRow, PaymentsTables } from './tables.ts';

type Payment = components['schemas']['Payment'];
type NewPayment = components['schemas']['NewPayment'];

/** All that can happen to a payment once it is authorised; a declined one stays declined. */
const transitions = {
  capture: { from: 'authorized', to: 'captured' },
  void: { from: 'authorized', to: 'voided' },
  refund: { from: 'captured', to: 'refunded' },
} as const;
export type PaymentAction = keyof typeof transitions;

const paymentsOf = (accountId: string) =>
  ({
    from: sql`(select * from payments where account_id = ${accountId}) as item`,
    columns: [
      'id',
      'order_id',
      'account_id',
      'status',
      'amount',
      'currency',
      'decline_reason',
      'card_label',
      'created_at',
      'updated_at',
    ],
    id: 'id',
    order: { columns: ['created_at', 'id'], direction: 'desc' },
    parent: 'order_id',
  }) as const satisfies Collection;

const toPayment = (row: Omit<PaymentRow, 'attempt'>): Payment => ({
  id: row.id,
  orderId: row.order_id,
  accountId: row.account_id,
  status: row.status,
  amount: row.amount,
  currency: row.currency,
  declineReason: row.decline_reason,
  cardLabel: row.card_label,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export interface PaymentsOptions {
  readonly db: Kysely<PaymentsTables>;
  readonly now: () => number;
  /** Resolves when a slow bank's answer has arrived. */
  readonly untilSlowAnswer: () => Promise<void>;
}

export interface Authorization {
  readonly accountId: string;
  readonly payment: NewPayment;
  /** The same key for the same order is the same payment. */
  readonly attempt: string;
}

type Database = Kysely<PaymentsTables> | Transaction<PaymentsTables>;

function isSame(row: PaymentRow, { accountId, payment }: Authorization): boolean {
  return row.account_id === accountId && row.amount === payment.amount && row.currency === payment.currency;
}

/** `owner` is the account whose payments exist for the caller; those of others are as good as missing. */
export function createPaymentsStore({ db, now, untilSlowAnswer }: PaymentsOptions) {
  const toTime = () => new Date(now()).toISOString();
  const find = (at: Database, owner: string, id: string) =>
    at
      .selectFrom('payments')
      .selectAll()
      .where((row) => row.and({ id, account_id: owner }))
      .executeTakeFirst();

  const ask = async (write: Transaction<PaymentsTables>, card: Card, asked: Authorization): Promise<PaymentRow> => {
    const { accountId, attempt } = asked;
    const { orderId, amount, currency } = asked.payment;
    if (await lockOrder(write, { orderId, accountId })) {
      throw new Problem('CONFLICT', `The payments of the order ${orderId} are closed: it was given up or cancelled.`);
    }
    const earlier = await write.selectFrom('payments').selectAll().where('order_id', '=', orderId).execute();
    const same = earlier.find((row) => row.attempt === attempt);
    if (same && isSame(same, asked)) return same;
    const reason = card.decline(earlier.length + 1);
    const row: PaymentRow = {
      id: `pay-${randomUUID()}`,
      order_id: orderId,
      attempt,
      account_id: accountId,
      status: reason === null ? 'authorized' : 'declined',
      amount,
      currency,
      decline_reason: reason,
      card_label: card.label,
      created_at: toTime(),
      updated_at: toTime(),
    };
    const { numInsertedOrUpdatedRows } = await write
      .insertInto('payments')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return row;
    throw new Problem('CONFLICT', `The order ${orderId} has a payment already; void or refund it first.`);
  };

  /** A slow bank holds the money at once and says so late: whoever stops waiting can find the payment and void it. */
  const authorize = async (asked: Authorization, settle: Settle): Promise<Payment> => {
    const card = findCard(asked.payment.cardToken);
    const payment = await db.transaction().execute(async (write) => {
      const row = toPayment(await ask(write, card, asked));
      return card.isSlow ? row : settle(write, row);
    });
    if (!card.isSlow) return payment;
    await untilSlowAnswer();
    const row = await find(db, asked.accountId, payment.id);
    return row ? toPayment(row) : payment;
  };

  const act = (owner: string, id: string, action: PaymentAction, settle: Settle): Promise<Payment> =>
    db.transaction().execute(async (write) => {
      const { from, to } = transitions[action];
      const { numUpdatedRows } = await write
        .updateTable('payments')
        .set({ status: to, updated_at: toTime() })
        .where((row) => row.and({ id, account_id: owner, status: from }))
        .executeTakeFirstOrThrow();
      const row = await find(write, owner, id);
      if (!row) throw new Problem('NOT_FOUND', 'There is no such payment.');
      if (numUpdatedRows === 1n || row.status === to) return settle(write, toPayment(row));
      throw new Problem('NOT_CAPTURABLE', `To ${action} it the payment must be ${from}; it is ${row.status}.`);
    });

  return {
    authorize,
    act,
    close: createClose({ db, now }),
    list: (owner: string, selection: ByIdsOrPage) => readPage(db, paymentsOf(owner), selection, toPayment),
    listByOrder: (owner: string, selection: ByParents) => readGroups(db, paymentsOf(owner), selection, toPayment),
  };
}
