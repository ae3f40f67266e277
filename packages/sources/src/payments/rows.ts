/** How payments answers many keys at once. */
import { row } from '@facet/core/data';
import { payments } from '../generated/payments-operations.ts';

export const paymentById = row(payments.listPayments, { keys: 'ids', matchBy: 'id', audience: 'principal' });

export const paymentsByOrderId = row(payments.listPayments, {
  keys: 'orderIds',
  groupBy: 'parentId',
  audience: 'principal',
});
