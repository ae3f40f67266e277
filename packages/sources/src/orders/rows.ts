/** How orders answers many keys at once. */
import { row } from '@facet/core/data';
import { orders } from '../generated/orders-operations.ts';

export const orderById = row(orders.listOrders, { keys: 'ids', matchBy: 'id', audience: 'principal' });

/** Newest first. */
export const ordersByAccountId = row(orders.listOrders, {
  keys: 'accountIds',
  groupBy: 'parentId',
  audience: 'principal',
});
