/** The cart, and what became of its changes. */
import type { Cart } from '@facet/sources';
import type { CartOutcome } from '../generated/resolvers.ts';
import { toCounted } from './count.ts';
import type { LocaleInput } from './formats.ts';
import { phrasesOf } from './phrases.ts';
import { type Refusable, type Told, toOutcome } from './told.ts';

/** `3 items in your cart`. */
export function toItemCount({ itemCount }: Pick<Cart, 'itemCount'>, _args: unknown, { locale }: LocaleInput): string {
  return toCounted(itemCount, 'cartItems', locale);
}

export function toCanCheckOut({ items }: Pick<Cart, 'items'>): boolean {
  return items.length > 0;
}

export function toCartOutcome(told: Refusable): CartOutcome {
  return toOutcome<CartOutcome>(told, 'CHANGED', {
    BAD_REQUEST: 'INVALID',
    VALIDATION_FAILED: 'INVALID',
    NOT_FOUND: 'NOT_IN_CART',
  });
}

/** What is in the cart now, or why it is unchanged. */
export function toCartMessage(told: Told<Cart>, _args: unknown, { locale }: LocaleInput): string {
  const outcome = toCartOutcome(told);
  return outcome === 'CHANGED'
    ? toCounted(told.value?.itemCount ?? 0, 'cartItems', locale)
    : phrasesOf(locale).cart[outcome];
}
