/** The total that a person saw, in a form that the app gives back unread. */
import { FacetError } from '@facet/core';
import type { Cart } from '@facet/sources';

type Total = Pick<Cart, 'totalAmount' | 'currency'>;

export function toTotalToken({ totalAmount, currency }: Total): string {
  return `${currency}.${totalAmount}`;
}

/** The total behind a token. Throws BAD_USER_INPUT for a text that no cart screen gave. */
export function fromTotalToken(token: string): Total {
  const [, currency, amount] = /^([A-Z]{3})\.(\d{1,12})$/.exec(token) ?? [];
  if (currency !== undefined && amount !== undefined) return { currency, totalAmount: Number(amount) };
  throw new FacetError('BAD_USER_INPUT', {
    message: 'totalToken must be the one that the cart screen gave when the person agreed to its total.',
    details: { argument: 'totalToken' },
  });
}
