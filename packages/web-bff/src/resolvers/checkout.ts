/** Checkout: buying what is in the cart, and everything that may speak against it. */
import { accountOf, column, from, load } from '@facet/core';
import { cartById, createOrder, productById, profileById } from '@facet/sources';
import type {
  CartEmptyResolvers,
  CheckoutPayloadResolvers,
  CheckoutSuccessResolvers,
  CheckoutUnderWayResolvers,
  MutationResolvers,
  OutOfStockResolvers,
  PaymentDeclinedResolvers,
  PriceChangedResolvers,
  ReservationExpiredResolvers,
  ShortageResolvers,
} from '../generated/resolvers.ts';
import { fromCheckoutInput, toNewTotalAmount, toShortages } from '../views/checkout.ts';
import { toMoney } from '../views/money.ts';
import { toDeclineMessage, toRefusalReason } from '../views/payment.ts';
import { toMessageOf } from '../views/refusal.ts';
import { changeOwn } from './change-own.ts';
import { payloadOf } from './payload.ts';

export const checkoutMutations: Pick<MutationResolvers, 'checkout'> = {
  checkout: changeOwn(createOrder, fromCheckoutInput),
};

export const CheckoutPayload: CheckoutPayloadResolvers = payloadOf('CheckoutSuccess', {
  CART_EMPTY: 'CartEmpty',
  CONFLICT: 'CheckoutUnderWay',
  OUT_OF_STOCK: 'OutOfStock',
  PAYMENT_DECLINED: 'PaymentDeclined',
  PRICE_CHANGED: 'PriceChanged',
  RESERVATION_EXPIRED: 'ReservationExpired',
  VALIDATION_FAILED: 'ValidationFailed',
});

export const CheckoutSuccess: CheckoutSuccessResolvers = {
  order: column('value'),
  cart: load(cartById, ({ value }) => value.accountId),
  viewer: load(profileById, ({ value }) => value.accountId),
};

export const OutOfStock: OutOfStockResolvers = {
  message: from([], toMessageOf('OutOfStock')),
  items: from(['problem'], toShortages),
};

export const Shortage: ShortageResolvers = {
  product: load(productById, 'productId'),
};

export const PriceChanged: PriceChangedResolvers = {
  message: from([], toMessageOf('PriceChanged')),
  cart: load(cartById, (_, __, context) => accountOf(context)),
  // Written by hand: the problem has the amount, only the cart its currency.
  total: async (refused, _, context) => {
    const cart = await context.loaders.load(cartById, accountOf(context));
    return cart && toMoney(toNewTotalAmount(refused), cart.currency);
  },
};

export const PaymentDeclined: PaymentDeclinedResolvers = {
  message: from(['problem'], toDeclineMessage),
  reason: from(['problem'], toRefusalReason),
};

export const CartEmpty: CartEmptyResolvers = {
  message: from([], toMessageOf('CartEmpty')),
  cart: load(cartById, (_, __, context) => accountOf(context)),
};

export const ReservationExpired: ReservationExpiredResolvers = {
  message: from([], toMessageOf('ReservationExpired')),
};

export const CheckoutUnderWay: CheckoutUnderWayResolvers = {
  message: from([], toMessageOf('CheckoutUnderWay')),
};
