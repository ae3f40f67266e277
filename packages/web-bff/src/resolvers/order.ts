/** Orders: what a person bought, and cancelling it. */
import { column, from, load } from '@facet/core';
import {
  cancelOrder,
  paymentsByOrderId,
  productById,
  type Order as RestOrder,
  type OrderItem as RestOrderItem,
} from '@facet/sources';
import type {
  CancelOrderPayloadResolvers,
  CancelOrderSuccessResolvers,
  MutationResolvers,
  OrderConnectionResolvers,
  OrderEdgeResolvers,
  OrderItemResolvers,
  OrderResolvers,
} from '../generated/resolvers.ts';
import { fromParentPageArgs } from '../views/connection.ts';
import { toIdOf } from '../views/global-id.ts';
import { toItemCount, toLinePrice, toLines, toUnitPrice } from '../views/line.ts';
import { toTotal } from '../views/money.ts';
import { fromCancelOrderInput, toOrderStatus } from '../views/order.ts';
import { changeOwn } from './change-own.ts';
import { connectionOf, edgeOf } from './connection.ts';
import { payloadOf } from './payload.ts';

export const orderMutations: Pick<MutationResolvers, 'cancelOrder'> = {
  cancelOrder: changeOwn(cancelOrder, fromCancelOrderInput),
};

export const Order: OrderResolvers = {
  id: from(['id'], toIdOf('Order')),
  status: from(['status'], toOrderStatus),
  items: from(['items', 'currency'], toLines<RestOrderItem>),
  total: from(['totalAmount', 'currency'], toTotal),
  itemCount: from(['items'], toItemCount),
  payments: load(paymentsByOrderId, 'id', fromParentPageArgs),
};

export const OrderItem: OrderItemResolvers = {
  product: load(productById, 'productId'),
  unitPrice: from(['unitAmount', 'currency'], toUnitPrice),
  linePrice: from(['lineAmount', 'currency'], toLinePrice),
};

export const OrderConnection: OrderConnectionResolvers = connectionOf<RestOrder>();

export const OrderEdge: OrderEdgeResolvers = edgeOf<RestOrder>();

export const CancelOrderPayload: CancelOrderPayloadResolvers = payloadOf('CancelOrderSuccess', {
  NOT_CANCELLABLE: 'OrderNotCancellable',
  NOT_FOUND: 'OrderNotFound',
});

export const CancelOrderSuccess: CancelOrderSuccessResolvers = {
  order: column('value'),
};
