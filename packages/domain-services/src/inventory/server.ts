// Inventory's operations: stock by product for everybody, reservations for the service orders.
import type { FastifyInstance } from 'fastify';
import { toSelection } from '../collections/selection.ts';
import type { operations } from '../generated/inventory.ts';
import { inventoryRoutes } from '../generated/inventory-routes.ts';
import { implement } from '../http/implement.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import { requireService } from '../identity/subject.ts';
import type { Caller, TokenCheck } from '../identity/token-check.ts';
import { repeatWhileOpen } from '../repeat.ts';
import type { createReservations } from './reservations.ts';
import type { createInventoryStore } from './store.ts';

export interface ServeInventoryOptions {
  readonly app: FastifyInstance;
  readonly checkToken: TokenCheck;
  readonly idempotency: Idempotency;
  readonly stock: ReturnType<typeof createInventoryStore>;
  readonly reservations: ReturnType<typeof createReservations>;
  readonly sweepIntervalMs: number;
}

const cacheControl = 'no-store';
const requireOrders = (caller: Caller) => requireService(caller, 'orders');

export function serveInventory(options: ServeInventoryOptions): void {
  const { app, checkToken, idempotency, stock, reservations, sweepIntervalMs } = options;
  const routes = inventoryRoutes;
  implement<operations, typeof routes>(
    app,
    checkToken,
    routes,
    {
      listStock: {
        cacheControl: 'public, max-age=5',
        answer: async ({ query }) => stock.listStock(toSelection(query)),
      },
      listReservations: {
        cacheControl: 'private, no-cache',
        answer: async ({ query, caller }) => {
          requireOrders(caller);
          return reservations.list(toSelection(query));
        },
      },
      createReservation: {
        cacheControl,
        answer: async ({ body, caller, idempotencyKey, settle }) => {
          requireOrders(caller);
          return reservations.create(body, idempotencyKey, settle);
        },
      },
      commitReservation: {
        cacheControl,
        answer: async ({ params, caller, settle }) => {
          requireOrders(caller);
          return reservations.commit(params.reservationId, settle);
        },
      },
      releaseReservation: {
        cacheControl,
        answer: async ({ params, caller, settle }) => {
          requireOrders(caller);
          return reservations.release(params.reservationId, settle);
        },
      },
    },
    idempotency,
  );
  const sweep = { name: 'giving back expired reservations', everyMs: sweepIntervalMs };
  repeatWhileOpen(app, { ...sweep, work: reservations.expireOverdue });
}
