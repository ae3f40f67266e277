/** The inventory service by its contract: stock of products. */
import { type Call, createServiceClient } from '@facet/core/data';
import { inventory } from '../generated/inventory-operations.ts';

export function createInventoryClient(call: Call) {
  return createServiceClient(inventory, call);
}
