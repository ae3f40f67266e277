// The bank of the test cards: what a card is called and whether it is good for a payment.
import type { components } from '../generated/payments.ts';

export type DeclineReason = NonNullable<components['schemas']['Payment']['declineReason']>;

export interface Card {
  /** What a person knows it by. */
  readonly label: string;
  /** Why it is declined, null where it is good; `attempt` counts the order's payments from 1. */
  readonly decline: (attempt: number) => DeclineReason | null;
  /** Whether the bank's answer takes long to arrive. */
  readonly isSlow?: true;
}

const good = () => null;

const cards: ReadonlyMap<string, Card> = new Map<string, Card>([
  ['card-visa', { label: 'Visa ending in 4242', decline: good }],
  ['card-mastercard', { label: 'Mastercard ending in 4444', decline: good }],
  ['card-no-funds', { label: 'Visa ending in 9995', decline: () => 'insufficientFunds' }],
  ['card-expired', { label: 'Visa ending in 0069', decline: () => 'cardExpired' }],
  ['card-refused', { label: 'Mastercard ending in 0002', decline: () => 'cardRefused' }],
  ['card-try-again', { label: 'Visa ending in 3155', decline: (attempt) => (attempt === 1 ? 'tryAgain' : null) }],
  ['card-slow', { label: 'Visa ending in 7726', decline: good, isSlow: true }],
]);

const unknown: Card = { label: 'Unknown card', decline: () => 'cardRefused' };

/** The bank refuses cards that it does not know. */
export function findCard(token: string): Card {
  return cards.get(token) ?? unknown;
}
