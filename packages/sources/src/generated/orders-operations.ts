// Generated from schemas/services/orders.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './orders.ts';

export type Order = components['schemas']['Order'];
export type OrderItem = components['schemas']['OrderItem'];
export type OrderAddress = components['schemas']['OrderAddress'];
export type Checkout = components['schemas']['Checkout'];

export const orders = {
  /**
   * The caller's own orders, newest first, by id, or as groups by account; those of others are left out.
   * Give `ids` or `accountIds`, not both. A checkout under way is no order yet.
   */
  listOrders: operation<operations['listOrders']>({
    service: 'orders',
    operationId: 'listOrders',
    method: 'GET',
    path: '/v1/orders',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      accountIds: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: {
          maxItems: 50,
          values: [
            'id',
            'accountId',
            'status',
            'cancelReason',
            'items',
            'currency',
            'totalAmount',
            'address',
            'paymentId',
            'createdAt',
            'updatedAt',
          ],
        },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items', '/groups/items'],
    scopes: ['orders:read'],
  }),
  /**
   * Buys what is in the caller's cart: reserves the stock, authorises the payment, places the order, captures.
   * 409 is CART_EMPTY, PRICE_CHANGED (with the total now), OUT_OF_STOCK (with what is left), PAYMENT_DECLINED (with
   * the reason), RESERVATION_EXPIRED (held for too long), or CONFLICT (another checkout of the account is under
   * way, or this one took too long); nothing is charged then, and nothing stays reserved. 503 UNAVAILABLE: the
   * outcome is not known yet, it is brought about all the same, and the same Idempotency-Key tells it.
   * When the money cannot be taken yet, the order is `placed`, and taking it is tried again for a day. After that,
   * or when it is refused for good, the order is `cancelled` for `paymentFailed`: nothing is charged, and the
   * pieces go back.
   */
  createOrder: operation<operations['createOrder']>({
    service: 'orders',
    operationId: 'createOrder',
    method: 'POST',
    path: '/v1/orders',
    parameters: { 'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true } },
    scopes: ['orders:write'],
  }),
  /**
   * Cancels an order: gives the money back and the pieces too; once cancelled, cancelling again changes nothing.
   * 409 NOT_CANCELLABLE a day after it was ordered; 503 while not all is given back yet, which happens all the same.
   */
  cancelOrder: operation<operations['cancelOrder']>({
    service: 'orders',
    operationId: 'cancelOrder',
    method: 'POST',
    path: '/v1/orders/{orderId}/cancel',
    parameters: {
      orderId: { in: 'path', style: 'simple', explode: false, required: true },
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
    },
    scopes: ['orders:write'],
  }),
};
