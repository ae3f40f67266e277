// Generated from schemas/services/inventory.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './inventory.ts';

export type Stock = components['schemas']['Stock'];
export type Reservation = components['schemas']['Reservation'];
export type ReservationItem = components['schemas']['ReservationItem'];
export type NewReservation = components['schemas']['NewReservation'];

export const inventory = {
  /** Stock by product; `ids` are product ids. */
  listStock: operation<operations['listStock']>({
    service: 'inventory',
    operationId: 'listStock',
    method: 'GET',
    path: '/v1/stock',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: { maxItems: 50, values: ['productId', 'available', 'status', 'restockAt', 'updatedAt'] },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items'],
    scopes: ['stock:read'],
  }),
  /**
   * Reservations, newest first or by id.
   * Only for the service orders.
   */
  listReservations: operation<operations['listReservations']>({
    service: 'inventory',
    operationId: 'listReservations',
    method: 'GET',
    path: '/v1/reservations',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: { maxItems: 50, values: ['id', 'orderId', 'status', 'items', 'expiresAt', 'createdAt'] },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items'],
    scopes: ['stock:reserve'],
  }),
  /**
   * Holds pieces for an order for a while: all of them or none.
   * Only for the service orders. 409 OUT_OF_STOCK says what is left.
   */
  createReservation: operation<operations['createReservation']>({
    service: 'inventory',
    operationId: 'createReservation',
    method: 'POST',
    path: '/v1/reservations',
    parameters: { 'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true } },
    scopes: ['stock:reserve'],
  }),
  /**
   * Sells what is held; committing again changes nothing.
   * Only for the service orders. 409 RESERVATION_EXPIRED when it is no longer held.
   */
  commitReservation: operation<operations['commitReservation']>({
    service: 'inventory',
    operationId: 'commitReservation',
    method: 'POST',
    path: '/v1/reservations/{reservationId}/commit',
    parameters: {
      reservationId: { in: 'path', style: 'simple', explode: false, required: true },
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
    },
    scopes: ['stock:reserve'],
  }),
  /**
   * Gives back what is held or was sold; releasing again changes nothing.
   * Only for the service orders.
   */
  releaseReservation: operation<operations['releaseReservation']>({
    service: 'inventory',
    operationId: 'releaseReservation',
    method: 'POST',
    path: '/v1/reservations/{reservationId}/release',
    parameters: {
      reservationId: { in: 'path', style: 'simple', explode: false, required: true },
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
    },
    scopes: ['stock:reserve'],
  }),
};
