// Reads orders; a person's are read within that person's rows only.
import { type Kysely, sql } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readGroups } from '../collections/read-groups.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage, ByParents } from '../collections/selection.ts';
import type { Order } from './checkout-state.ts';
import type { OrderRow, OrdersTables } from './tables.ts';

const ordersOf = (accountId: string) =>
  ({
    from: sql`(select * from orders where account_id = ${accountId}) as item`,
    columns: [
      'id',
      'account_id',
      'status',
      'cancel_reason',
      'items',
      'currency',
      'total_amount',
      'address',
      'payment_id',
      'created_at',
      'updated_at',
    ],
    id: 'id',
    order: { columns: ['created_at', 'id'], direction: 'desc' },
    parent: 'account_id',
  }) as const satisfies Collection;

const toOrder = (row: OrderRow): Order => ({
  id: row.id,
  accountId: row.account_id,
  status: row.status,
  cancelReason: row.cancel_reason,
  items: JSON.parse(row.items),
  currency: row.currency,
  totalAmount: row.total_amount,
  address: JSON.parse(row.address),
  paymentId: row.payment_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export type OrdersStore = ReturnType<typeof createOrdersStore>;

/** `owner` is the account whose orders exist for the caller; those of others are as good as missing. */
export function createOrdersStore(db: Kysely<OrdersTables>) {
  return {
    listOrders: (owner: string, selection: ByIdsOrPage) => readPage(db, ordersOf(owner), selection, toOrder),
    listOrdersByAccount: (owner: string, selection: ByParents) => readGroups(db, ordersOf(owner), selection, toOrder),
    findOrder: async (owner: string, orderId: string): Promise<Order | undefined> => {
      const row = db
        .selectFrom('orders')
        .selectAll()
        .where((column) => column.and({ id: orderId, account_id: owner }));
      const found = await row.executeTakeFirst();
      return found && toOrder(found);
    },
  };
}
