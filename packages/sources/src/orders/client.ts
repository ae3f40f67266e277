/** The orders service by its contract: orders and checkout. */
import { type Call, createServiceClient } from '@facet/core/data';
import { orders } from '../generated/orders-operations.ts';

export function createOrdersClient(call: Call) {
  return createServiceClient(orders, call);
}
