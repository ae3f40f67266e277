/** Carts and what changes them; every answer has the cart as it is afterwards. */
import { accountOf, from, load } from '@facet/core';
import {
  addCartItem,
  cartById,
  productById,
  type CartItem as RestCartItem,
  removeCartItems,
  updateCartItem,
} from '@facet/sources';
import type {
  AddToCartPayloadResolvers,
  AddToCartSuccessResolvers,
  CartItemResolvers,
  CartResolvers,
  MutationResolvers,
  NotInCartResolvers,
  RemoveCartItemPayloadResolvers,
  RemoveCartItemSuccessResolvers,
  UpdateCartItemPayloadResolvers,
  UpdateCartItemSuccessResolvers,
} from '../generated/resolvers.ts';
import { fromAddToCartInput, fromRemoveCartItemInput, fromUpdateCartItemInput } from '../views/cart.ts';
import { toIdOf } from '../views/global-id.ts';
import { toLinePrice, toLines, toUnitPrice } from '../views/line.ts';
import { toTotal } from '../views/money.ts';
import { toMessageOf } from '../views/refusal.ts';
import { changeOwn } from './change-own.ts';
import { payloadOf } from './payload.ts';

export const cartMutations: Pick<MutationResolvers, 'addToCart' | 'updateCartItem' | 'removeCartItem'> = {
  addToCart: changeOwn(addCartItem, fromAddToCartInput),
  updateCartItem: changeOwn(updateCartItem, fromUpdateCartItemInput),
  removeCartItem: changeOwn(removeCartItems, fromRemoveCartItemInput),
};

export const Cart: CartResolvers = {
  id: from(['id'], toIdOf('Cart')),
  items: from(['items', 'currency'], toLines<RestCartItem>),
  total: from(['totalAmount', 'currency'], toTotal),
};

export const CartItem: CartItemResolvers = {
  product: load(productById, 'productId'),
  unitPrice: from(['unitAmount', 'currency'], toUnitPrice),
  linePrice: from(['lineAmount', 'currency'], toLinePrice),
};

export const AddToCartPayload: AddToCartPayloadResolvers = payloadOf('AddToCartSuccess', {
  VALIDATION_FAILED: 'ValidationFailed',
});

export const AddToCartSuccess: AddToCartSuccessResolvers = {
  cart: load(cartById, ({ value }) => value.id),
};

export const UpdateCartItemPayload: UpdateCartItemPayloadResolvers = payloadOf('UpdateCartItemSuccess', {
  NOT_FOUND: 'NotInCart',
  VALIDATION_FAILED: 'ValidationFailed',
});

export const UpdateCartItemSuccess: UpdateCartItemSuccessResolvers = {
  cart: load(cartById, ({ value }) => value.id),
};

export const NotInCart: NotInCartResolvers = {
  message: from([], toMessageOf('NotInCart')),
  cart: load(cartById, (_, __, context) => accountOf(context)),
};

export const RemoveCartItemPayload: RemoveCartItemPayloadResolvers = payloadOf('RemoveCartItemSuccess', {
  BAD_REQUEST: 'ValidationFailed',
});

export const RemoveCartItemSuccess: RemoveCartItemSuccessResolvers = {
  cart: load(cartById, ({ value }) => value.id),
};
