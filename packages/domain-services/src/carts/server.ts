// Carts' operations: everybody reads and changes their own cart only; the service orders may act for them.
import type { FastifyInstance } from 'fastify';
import { toSelection } from '../collections/selection.ts';
import type { operations } from '../generated/carts.ts';
import { cartsRoutes } from '../generated/carts-routes.ts';
import { implement } from '../http/implement.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import { type Caller, requirePerson, type TokenCheck } from '../identity/token-check.ts';
import { Problem } from '../problem.ts';
import type { createCartsStore } from './store.ts';

export interface ServeCartsOptions {
  readonly app: FastifyInstance;
  readonly checkToken: TokenCheck;
  readonly idempotency: Idempotency;
  readonly store: ReturnType<typeof createCartsStore>;
}

const cacheControl = 'no-store';

/** The cart of somebody else is as good as missing. */
function requireOwner(caller: Caller, cartId: string): string {
  const owner = requirePerson(caller);
  if (owner === cartId) return owner;
  throw new Problem('NOT_FOUND', 'There is no such cart.');
}

export function serveCarts({ app, checkToken, idempotency, store }: ServeCartsOptions): void {
  implement<operations, typeof cartsRoutes>(
    app,
    checkToken,
    cartsRoutes,
    {
      listCarts: {
        cacheControl: 'private, no-cache',
        answer: async ({ query, caller, requestId }) =>
          store.list(requirePerson(caller), toSelection(query), requestId),
      },
      addCartItem: {
        cacheControl,
        answer: async ({ params, body, caller, requestId, settle }) =>
          store.add(requireOwner(caller, params.cartId), body, requestId, settle),
      },
      removeCartItems: {
        cacheControl,
        answer: async ({ params, query, caller, requestId }) =>
          store.remove(requireOwner(caller, params.cartId), query.productIds, requestId),
      },
      takeFromCart: {
        cacheControl,
        answer: async ({ params, body, caller, requestId, settle }) =>
          store.take(requireOwner(caller, params.cartId), body.items, requestId, settle),
      },
      updateCartItem: {
        cacheControl,
        answer: async ({ params, body, caller, requestId }) =>
          store.update(requireOwner(caller, params.cartId), params.productId, body.quantity, requestId),
      },
    },
    idempotency,
  );
}
