/** Payments of orders. */
import { from } from '@facet/core';
import type { Payment as RestPayment } from '@facet/sources';
import type { PaymentConnectionResolvers, PaymentEdgeResolvers, PaymentResolvers } from '../generated/resolvers.ts';
import { toIdOf } from '../views/global-id.ts';
import { toAmount, toDeclineReason, toPaymentStatus } from '../views/payment.ts';
import { connectionOf, edgeOf } from './connection.ts';

export const Payment: PaymentResolvers = {
  id: from(['id'], toIdOf('Payment')),
  status: from(['status'], toPaymentStatus),
  amount: from(['amount', 'currency'], toAmount),
  declineReason: from(['declineReason'], toDeclineReason),
};

export const PaymentConnection: PaymentConnectionResolvers = connectionOf<RestPayment>();

export const PaymentEdge: PaymentEdgeResolvers = edgeOf<RestPayment>();
