// Generated from schemas/services/carts.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './carts.ts';

export type Cart = components['schemas']['Cart'];
export type CartItem = components['schemas']['CartItem'];
export type NewCartItem = components['schemas']['NewCartItem'];
export type TakenItems = components['schemas']['TakenItems'];
export type TakenItem = components['schemas']['TakenItem'];
export type CartItemChange = components['schemas']['CartItemChange'];

export const carts = {
  /**
   * The caller's own cart; `ids` are account ids, and the carts of others are left out.
   * Every account has a cart, an empty one at first. Prices are read from the catalog at every reading. The service orders may act for a person.
   */
  listCarts: operation<operations['listCarts']>({
    service: 'carts',
    operationId: 'listCarts',
    method: 'GET',
    path: '/v1/carts',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: { maxItems: 50, values: ['id', 'items', 'currency', 'totalAmount', 'itemCount', 'updatedAt'] },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    fields: 'fields',
    fieldsAt: ['/items'],
    scopes: ['carts:read'],
  }),
  /** Puts pieces of a product into the cart, on top of those that are in it. */
  addCartItem: operation<operations['addCartItem']>({
    service: 'carts',
    operationId: 'addCartItem',
    method: 'POST',
    path: '/v1/carts/{cartId}/items',
    parameters: {
      cartId: { in: 'path', style: 'simple', explode: false, required: true },
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
    },
    scopes: ['carts:write'],
  }),
  /**
   * Takes products out of the cart, however many pieces; those that are not in it are no error.
   * The service orders may act for a person.
   */
  removeCartItems: operation<operations['removeCartItems']>({
    service: 'carts',
    operationId: 'removeCartItems',
    method: 'DELETE',
    path: '/v1/carts/{cartId}/items',
    parameters: {
      cartId: { in: 'path', style: 'simple', explode: false, required: true },
      productIds: { in: 'query', style: 'form', explode: false, required: true, list: { maxItems: 100 } },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    scopes: ['carts:write'],
  }),
  /**
   * Takes pieces of products out of the cart and leaves the rest; what is not in it is no error.
   * For who bought the pieces: those that were added meanwhile stay. A product of which fewer are left goes
   * altogether. The service orders may act for a person.
   */
  takeFromCart: operation<operations['takeFromCart']>({
    service: 'carts',
    operationId: 'takeFromCart',
    method: 'POST',
    path: '/v1/carts/{cartId}/take',
    parameters: {
      cartId: { in: 'path', style: 'simple', explode: false, required: true },
      'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    scopes: ['carts:write'],
  }),
  /** Sets how many pieces of a product are in the cart. */
  updateCartItem: operation<operations['updateCartItem']>({
    service: 'carts',
    operationId: 'updateCartItem',
    method: 'PATCH',
    path: '/v1/carts/{cartId}/items/{productId}',
    parameters: {
      cartId: { in: 'path', style: 'simple', explode: false, required: true },
      productId: { in: 'path', style: 'simple', explode: false, required: true },
    },
    scopes: ['carts:write'],
  }),
};
