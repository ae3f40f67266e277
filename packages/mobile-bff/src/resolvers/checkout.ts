/** Wiring of what became of a checkout. */
import { from, load } from '@facet/core';
import { cartById, orderById } from '@facet/sources';
import type { CheckoutResultResolvers, ShortageResolvers } from '../generated/resolvers.ts';
import {
  toCanTryAgain,
  toCheckoutMessage,
  toCheckoutOutcome,
  toShortageLabel,
  toShortages,
} from '../views/checkout.ts';
import { toFieldMessages } from '../views/told.ts';

export const CheckoutResult: CheckoutResultResolvers = {
  outcome: from(['kind', 'problem'], toCheckoutOutcome),
  message: from(['kind', 'problem'], toCheckoutMessage, { reads: ['locale'] }),
  fields: from(['problem'], toFieldMessages, { reads: ['locale'] }),
  shortages: from(['problem'], toShortages),
  canTryAgain: from(['problem'], toCanTryAgain),
  order: load(orderById, ({ value }) => value?.id),
  cart: load(cartById, (_result, _args, { principal }) => principal?.account),
};

export const Shortage: ShortageResolvers = {
  label: from(['available'], toShortageLabel, { reads: ['locale'] }),
};
