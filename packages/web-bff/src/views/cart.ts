/** Carts: changes as the service takes them. */
import type { AddToCartInput, RemoveCartItemInput, UpdateCartItemInput } from '../generated/resolvers.ts';
import { fromGlobalIdOf } from './global-id.ts';

/** A cart's id is its account's. */
export function fromAddToCartInput({ productId, quantity }: AddToCartInput, account: string) {
  return { cartId: account, body: { productId: toProductId(productId), quantity } };
}

export function fromUpdateCartItemInput({ productId, quantity }: UpdateCartItemInput, account: string) {
  return { cartId: account, productId: toProductId(productId), body: { quantity } };
}

export function fromRemoveCartItemInput({ productId }: RemoveCartItemInput, account: string) {
  return { cartId: account, productIds: [toProductId(productId)] };
}

function toProductId(globalId: string): string {
  return fromGlobalIdOf('Product', globalId, 'input.productId');
}
