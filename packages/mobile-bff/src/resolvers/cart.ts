/** Wiring of the cart and of what became of its changes. */
import { from, load } from '@facet/core';
import { addressesByAccountId, cartById } from '@facet/sources';
import type { CartChangeResolvers, CartScreenResolvers } from '../generated/resolvers.ts';
import { toCanCheckOut, toCartMessage, toCartOutcome, toItemCount } from '../views/cart.ts';
import { toLines } from '../views/line.ts';
import { toTotalText } from '../views/money.ts';
import { toFieldMessages } from '../views/told.ts';
import { toTotalToken } from '../views/total-token.ts';

export const CartScreen: CartScreenResolvers = {
  lines: from(['items', 'currency'], toLines),
  itemCount: from(['itemCount'], toItemCount, { reads: ['locale'] }),
  total: from(['totalAmount', 'currency'], toTotalText, { reads: ['locale'] }),
  totalToken: from(['totalAmount', 'currency'], toTotalToken),
  canCheckOut: from(['items'], toCanCheckOut),
  defaultAddress: load(addressesByAccountId, 'id', () => ({ limit: 20 })),
};

export const CartChange: CartChangeResolvers = {
  outcome: from(['kind', 'problem'], toCartOutcome),
  message: from(['kind', 'value', 'problem'], toCartMessage, { reads: ['locale'] }),
  fields: from(['problem'], toFieldMessages, { reads: ['locale'] }),
  cart: load(cartById, (_change, _args, { principal }) => principal?.account),
};
