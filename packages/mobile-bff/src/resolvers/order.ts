/** Wiring of orders, as a list and one by one, and of what became of cancelling one. */
import { column, from, load } from '@facet/core';
import { orderById, paymentsByOrderId, productById } from '@facet/sources';
import type {
  OrderChangeResolvers,
  OrderPaymentResolvers,
  OrderRowResolvers,
  OrderScreenResolvers,
  OrdersScreenResolvers,
} from '../generated/resolvers.ts';
import { toLines } from '../views/line.ts';
import { toTotalText } from '../views/money.ts';
import {
  toCanCancel,
  toCoverId,
  toOrderAddressLines,
  toOrderDate,
  toOrderMessage,
  toOrderOutcome,
  toOrderStatus,
  toOrderStatusLabel,
  toOrdersText,
  toPaymentLabel,
  toPieces,
} from '../views/order.ts';

export const OrdersScreen: OrdersScreenResolvers = {
  total: from(['total'], toOrdersText, { reads: ['locale'] }),
  rows: column('items'),
};

export const OrderRow: OrderRowResolvers = {
  date: from(['createdAt'], toOrderDate, { reads: ['locale'] }),
  status: from(['status'], toOrderStatus),
  statusLabel: from(['status'], toOrderStatusLabel, { reads: ['locale'] }),
  total: from(['totalAmount', 'currency'], toTotalText, { reads: ['locale'] }),
  pieces: from(['items'], toPieces, { reads: ['locale'] }),
  cover: load(productById, from(['items'], toCoverId)),
};

export const OrderScreen: OrderScreenResolvers = {
  date: from(['createdAt'], toOrderDate, { reads: ['locale'] }),
  status: from(['status'], toOrderStatus),
  statusLabel: from(['status'], toOrderStatusLabel, { reads: ['locale'] }),
  lines: from(['items', 'currency'], toLines),
  pieces: from(['items'], toPieces, { reads: ['locale'] }),
  total: from(['totalAmount', 'currency'], toTotalText, { reads: ['locale'] }),
  addressLines: from(['address'], toOrderAddressLines, { reads: ['locale'] }),
  payment: load(paymentsByOrderId, 'id'),
  canCancel: from(['status', 'createdAt'], (order) => toCanCancel(order)),
};

export const OrderPayment: OrderPaymentResolvers = {
  label: from(['items'], toPaymentLabel, { reads: ['locale'], itemColumns: ['status', 'cardLabel'] }),
};

export const OrderChange: OrderChangeResolvers = {
  outcome: from(['kind', 'problem'], toOrderOutcome),
  message: from(['kind', 'problem'], toOrderMessage, { reads: ['locale'] }),
  order: load(orderById, ({ value }) => value?.id),
};
