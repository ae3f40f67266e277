/** The carts service by its contract: carts, what people are about to buy. */
import { type Call, createServiceClient } from '@facet/core/data';
import { carts } from '../generated/carts-operations.ts';

export function createCartsClient(call: Call) {
  return createServiceClient(carts, call);
}
