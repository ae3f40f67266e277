// Inventory's operation: stock by product.
import type { FastifyInstance } from 'fastify';
import { toSelection } from '../collections/selection.ts';
import type { operations } from '../generated/inventory.ts';
import { inventoryRoutes } from '../generated/inventory-routes.ts';
import { implement } from '../http/implement.ts';
import type { TokenCheck } from '../identity/token-check.ts';
import type { createInventoryStore } from './store.ts';

export function serveInventory(
  app: FastifyInstance,
  checkToken: TokenCheck,
  store: ReturnType<typeof createInventoryStore>,
): void {
  implement<operations, typeof inventoryRoutes>(app, checkToken, inventoryRoutes, {
    listStock: {
      cacheControl: 'public, max-age=5',
      answer: async ({ query }) => store.listStock(toSelection(query)),
    },
  });
}
