/** Checkout: what a person agrees to as the service takes it, and what speaks against it. */
import type { CheckoutInput } from '../generated/resolvers.ts';
import type { Refused, ShortageMapper } from '../mappers.ts';
import { fromGlobalIdOf } from './global-id.ts';

export function fromCheckoutInput({ totalMinor, currency, addressId, cardToken }: CheckoutInput) {
  return {
    body: {
      totalAmount: totalMinor,
      currency: currency.toWellFormed(),
      addressId: fromGlobalIdOf('Address', addressId, 'input.addressId'),
      cardToken: cardToken.toWellFormed(),
    },
  };
}

/** The contract has `available` with every OUT_OF_STOCK. */
export function toShortages({ problem }: Pick<Refused, 'problem'>): ShortageMapper[] {
  return problem.available as ShortageMapper[];
}

/** The contract has `totalAmount` with every PRICE_CHANGED. */
export function toNewTotalAmount({ problem }: Pick<Refused, 'problem'>): number {
  return problem.totalAmount as number;
}
