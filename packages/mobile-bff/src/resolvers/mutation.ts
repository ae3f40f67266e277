/** What the app changes: each field is one command. */
import { change } from '@facet/core';
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

export const Mutation: MutationResolvers = {
  addToCart: change(addCartItem, ({ productId, quantity }, account) => ({
    cartId: account,
    body: { productId: toTargetId('productId', productId), quantity },
  })),
  updateCartItem: change(updateCartItem, ({ productId, quantity }, account) => ({
    cartId: account,
    productId: toTargetId('productId', productId),
    body: { quantity },
  })),
  removeCartItem: change(removeCartItems, ({ productId }, account) => ({
    cartId: account,
    productIds: [toTargetId('productId', productId)],
  })),
  checkout: change(createOrder, (args) => ({ body: toCheckoutTerms(args) })),
  cancelOrder: change(cancelOrder, ({ id }) => ({ orderId: toTargetId('id', id) })),
  writeReview: change(createReview, ({ productId, stars, title, body }) => ({
    body: { productId: toTargetId('productId', productId), rating: stars, title, body },
  })),
  updateProfile: change(updateProfile, (args, account) => ({ profileId: account, body: toProfileChange(args) })),
};
