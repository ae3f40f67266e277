/** What became of a checkout. */
import type { CheckoutOutcome } from '../generated/resolvers.ts';
import { toCountText } from './count.ts';
import { toTargetId } from './entity-id.ts';
import type { LocaleInput } from './formats.ts';
import { type DeclineReason, phrasesOf } from './phrases.ts';
import { type Refusable, toOutcome } from './told.ts';
import { fromTotalToken } from './total-token.ts';

/** What is left of a product that falls short. */
export interface Short {
  readonly productId: string;
  readonly available: number;
}

type Refused = Pick<Refusable, 'problem'>;

interface CheckoutArgs {
  readonly totalToken: string;
  readonly addressId: string;
  readonly cardToken: string;
}

/** What the person agreed to. Throws BAD_USER_INPUT for a token or an id that no screen gave. */
export function toCheckoutTerms({ totalToken, addressId, cardToken }: CheckoutArgs) {
  return { ...fromTotalToken(totalToken), addressId: toTargetId('addressId', addressId), cardToken };
}

export function toCheckoutOutcome(told: Refusable): CheckoutOutcome {
  return toOutcome<CheckoutOutcome>(told, 'ORDERED', {
    OUT_OF_STOCK: 'OUT_OF_STOCK',
    PAYMENT_DECLINED: 'PAYMENT_DECLINED',
    PRICE_CHANGED: 'PRICE_CHANGED',
    CART_EMPTY: 'CART_EMPTY',
    RESERVATION_EXPIRED: 'RESERVATION_EXPIRED',
    CONFLICT: 'UNDER_WAY',
    VALIDATION_FAILED: 'INVALID',
  });
}

/** A reason that nobody knows yet is told as a plain refusal. */
export function toCheckoutMessage(told: Refusable, _args: unknown, { locale }: LocaleInput): string {
  const { checkout, declined } = phrasesOf(locale);
  const outcome = toCheckoutOutcome(told);
  if (outcome !== 'PAYMENT_DECLINED') return checkout[outcome];
  const reason = String(told.problem?.declineReason);
  return Object.hasOwn(declined, reason) ? declined[reason as DeclineReason] : declined.cardRefused;
}

/** Nothing was wrong with a card whose pieces went back. */
export function toCanTryAgain({ problem }: Refused): boolean {
  return problem?.declineReason === 'tryAgain' || problem?.code === 'RESERVATION_EXPIRED';
}

export function toShortages({ problem }: Refused): Short[] {
  return (problem?.available as Short[] | undefined) ?? [];
}

/** `Only 2 left` or `Sold out`. */
export function toShortageLabel(
  { available }: Pick<Short, 'available'>,
  _args: unknown,
  { locale }: LocaleInput,
): string {
  const { onlyLeft, soldOut } = phrasesOf(locale);
  return available === 0 ? soldOut : onlyLeft(toCountText(available, locale));
}
