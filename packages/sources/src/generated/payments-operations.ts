// Generated from schemas/services/payments.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './payments.ts';

export type Payment = components['schemas']['Payment'];
export type ClosedPayments = components['schemas']['ClosedPayments'];
export type NewPayment = components['schemas']['NewPayment'];

export const payments = {
  /**
   * The caller's own payments, newest first, by id, or as groups by order; those of others are left out.
   * Give `ids` or `orderIds`, not both. The service orders may act for a person.
   */
  listPayments: operation<operations['listPayments']>({
    service: 'payments',
    operationId: 'listPayments',
    method: 'GET',
    path: '/v1/payments',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      orderIds: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: {
          maxItems: 50,
          values: [
            'id',
            'orderId',
            'accountId',
            'status',
            'amount',
            'currency',
            'declineReason',
            'cardLabel',
            'createdAt',
            'updatedAt',
          ],
        },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    fields: 'fields',
    fieldsAt: ['/items', '/groups/items'],
    scopes: ['payments:read'],
  }),
  /**
   * Asks the card's bank to hold the amount; a refusal is an answer too, with status `declined`.
   * Only the service orders may call it, for a person. 409 CONFLICT when the order has an open payment already, or
   * its payments are closed.
   */
  authorizePayment: operation<operations['authorizePayment']>({
    service: 'payments',
    operationId: 'authorizePayment',
    method: 'POST',
    path: '/v1/payments',
    parameters: {
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    scopes: ['payments:write'],
  }),
  /**
   * Takes the held amount; once captured, capturing again changes nothing.
   * Only the service orders may call it, for a person. Another state than it needs is 409 NOT_CAPTURABLE.
   */
  capturePayment: operation<operations['capturePayment']>({
    service: 'payments',
    operationId: 'capturePayment',
    method: 'POST',
    path: '/v1/payments/{paymentId}/capture',
    parameters: {
      paymentId: { in: 'path', style: 'simple', explode: false, required: true },
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    scopes: ['payments:write'],
  }),
  /**
   * Gives up the held amount; once voided, voiding again changes nothing.
   * Only the service orders may call it, for a person. Another state than it needs is 409 NOT_CAPTURABLE.
   */
  voidPayment: operation<operations['voidPayment']>({
    service: 'payments',
    operationId: 'voidPayment',
    method: 'POST',
    path: '/v1/payments/{paymentId}/void',
    parameters: {
      paymentId: { in: 'path', style: 'simple', explode: false, required: true },
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    scopes: ['payments:write'],
  }),
  /**
   * Gives the captured amount back; once refunded, refunding again changes nothing.
   * Only the service orders may call it, for a person. Another state than it needs is 409 NOT_CAPTURABLE.
   */
  refundPayment: operation<operations['refundPayment']>({
    service: 'payments',
    operationId: 'refundPayment',
    method: 'POST',
    path: '/v1/payments/{paymentId}/refund',
    parameters: {
      paymentId: { in: 'path', style: 'simple', explode: false, required: true },
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    scopes: ['payments:write'],
  }),
  /**
   * Ends the payments of an order: held amounts are given up, captured ones given back, none can follow.
   * Only the service orders may call it, for a person. It needs no payment's id, so it also ends one whose
   * authorisation was never answered, or arrives later: that is 409 CONFLICT then. An order that has no payment
   * is closed too; closing again changes nothing.
   */
  closeOrderPayments: operation<operations['closeOrderPayments']>({
    service: 'payments',
    operationId: 'closeOrderPayments',
    method: 'POST',
    path: '/v1/order-payments/{orderId}/close',
    parameters: {
      orderId: { in: 'path', style: 'simple', explode: false, required: true },
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    scopes: ['payments:write'],
  }),
};
