import type { Call } from '@facet/core/data';
import { describe, expect, it } from '@jest/globals';
import { createClients } from './clients.ts';
import * as generated from './generated/catalog-operations.ts';

describe('createClients', () => {
  const called: unknown[][] = [];
  const call = (async (...given: unknown[]) => {
    called.push(given);
    return { items: [], next: null, total: 0 };
  }) as unknown as Call;
  const clients = createClients(call);

  it('has a method for every operation of every contract, named by its operationId', () => {
    const methods = Object.entries(clients).map(([service, client]) => [service, Object.keys(client)]);
    expect(Object.fromEntries(methods)).toEqual({
      catalog: ['listProducts', 'queryProducts', 'listRelatedProducts', 'listCategories', 'searchProducts'],
      inventory: ['listStock', 'listReservations', 'createReservation', 'commitReservation', 'releaseReservation'],
      reviews: ['listReviews', 'createReview', 'listRatingSummaries'],
      accounts: ['listPublicProfiles', 'listProfiles', 'updateProfile', 'listAddresses'],
      carts: ['listCarts', 'addCartItem', 'removeCartItems', 'takeFromCart', 'updateCartItem'],
      orders: ['listOrders', 'createOrder', 'cancelOrder'],
      payments: [
        'listPayments',
        'authorizePayment',
        'capturePayment',
        'voidPayment',
        'refundPayment',
        'closeOrderPayments',
      ],
    });
  });

  it('calls the operation with typed input and brings its typed body', async () => {
    const options = { context: {} as never, audience: 'public' as const };
    const page = await clients.catalog.listProducts({ ids: ['prd-0001'] }, options);
    expect(page.items).toEqual([]);
    expect(called).toEqual([[generated.catalog.listProducts, { ids: ['prd-0001'] }, options]]);
    // @ts-expect-error: the contract has no such parameter
    await clients.catalog.listProducts({ id: 'prd-0001' }, options);
  });
});
