/** What makes and unmakes an order, and all that follows from it. */
import { type Change, command } from '@facet/core/data';
import { cartById } from '../carts/rows.ts';
import { type Order, orders } from '../generated/orders-operations.ts';
import { stockByProductId } from '../inventory/rows.ts';
import { paymentsByOrderId } from '../payments/rows.ts';
import { orderById, ownOrders } from './rows.ts';

/** Refused or failed, it may have held pieces for a while, and nobody says of what. */
const orderChanges: Change<unknown, Order>[] = [
  { row: orderById, keysOf: (_input, order) => order && [order.id] },
  { row: ownOrders, keysOf: () => undefined },
  { row: paymentsByOrderId, keysOf: (_input, order) => order && [order.id] },
  { row: stockByProductId, keysOf: (_input, order) => order?.items.map(({ productId }) => productId) },
];

/** Longer than other calls: it waits for the stock, the payment and the order. */
export const createOrder = command(orders.createOrder, {
  outcomes: [
    'CART_EMPTY',
    'PRICE_CHANGED',
    'OUT_OF_STOCK',
    'PAYMENT_DECLINED',
    'RESERVATION_EXPIRED',
    'CONFLICT',
    'VALIDATION_FAILED',
  ],
  changes: [{ row: cartById, keysOf: (_input, order) => order && [order.accountId] }, ...orderChanges],
  timeoutMs: 7_000,
});

export const cancelOrder = command(orders.cancelOrder, {
  outcomes: ['NOT_CANCELLABLE', 'NOT_FOUND'],
  changes: orderChanges,
  timeoutMs: 7_000,
});
