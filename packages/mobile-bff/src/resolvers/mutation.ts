/** What the app changes: each field is one command. */
import {
  addCartItem,
  cancelOrder,
  createOrder,
  createReview,
  removeCartItems,
  updateCartItem,
  updateProfile,
} from '@facet/sources';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { toCheckoutTerms } from '../views/checkout.ts';
import { toTargetId } from '../views/entity-id.ts';
import { toProfileChange } from '../views/profile-change.ts';
import { changeOwn } from './change-own.ts';

export const Mutation: MutationResolvers = {
  addToCart: changeOwn(addCartItem, ({ productId, quantity }, account) => ({
    cartId: account,
    body: { productId: toTargetId('productId', productId), quantity },
  })),
  updateCartItem: changeOwn(updateCartItem, ({ productId, quantity }, account) => ({
    cartId: account,
    productId: toTargetId('productId', productId),
    body: { quantity },
  })),
  removeCartItem: changeOwn(removeCartItems, ({ productId }, account) => ({
    cartId: account,
    productIds: [toTargetId('productId', productId)],
  })),
  checkout: changeOwn(createOrder, (args) => ({ body: toCheckoutTerms(args) })),
  cancelOrder: changeOwn(cancelOrder, ({ id }) => ({ orderId: toTargetId('id', id) })),
  writeReview: changeOwn(createReview, ({ productId, stars, title, body }) => ({
    body: { productId: toTargetId('productId', productId), rating: stars, title, body },
  })),
  updateProfile: changeOwn(updateProfile, (args, account) => ({ profileId: account, body: toProfileChange(args) })),
};
