/** The clients of all services; they live as long as the process. */
import type { Call } from '@facet/core/data';
import { createAccountsClient } from './accounts/client.ts';
import { createCartsClient } from './carts/client.ts';
import { createCatalogClient } from './catalog/client.ts';
import { createInventoryClient } from './inventory/client.ts';
import { createOrdersClient } from './orders/client.ts';
import { createPaymentsClient } from './payments/client.ts';
import { createReviewsClient } from './reviews/client.ts';

export type Clients = ReturnType<typeof createClients>;

export function createClients(call: Call) {
  return {
    catalog: createCatalogClient(call),
    inventory: createInventoryClient(call),
    reviews: createReviewsClient(call),
    accounts: createAccountsClient(call),
    carts: createCartsClient(call),
    orders: createOrdersClient(call),
    payments: createPaymentsClient(call),
  };
}
