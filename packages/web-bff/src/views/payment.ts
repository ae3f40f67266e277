/** Payments: their states and why a card was declined, in the words of the schema. */
import type { Payment } from '@facet/sources';
import type { Refused } from '../mappers.ts';
import { toMoney } from './money.ts';

const statuses = {
  authorized: 'AUTHORIZED',
  captured: 'CAPTURED',
  voided: 'VOIDED',
  refunded: 'REFUNDED',
  declined: 'DECLINED',
} as const;

const reasons = {
  insufficientFunds: 'INSUFFICIENT_FUNDS',
  cardExpired: 'CARD_EXPIRED',
  cardRefused: 'CARD_REFUSED',
  tryAgain: 'TRY_AGAIN',
} as const;
type Reason = keyof typeof reasons;

const declineMessages = {
  INSUFFICIENT_FUNDS: 'There is not enough money on this card. Nothing was charged.',
  CARD_EXPIRED: 'This card has expired. Nothing was charged; use another one.',
  CARD_REFUSED: 'Your bank refused this card. Nothing was charged; use another one.',
  TRY_AGAIN: 'Your bank could not be asked. Nothing was charged; try again in a moment.',
} as const;

export function toPaymentStatus({ status }: Pick<Payment, 'status'>) {
  return statuses[status];
}

export function toAmount({ amount, currency }: Pick<Payment, 'amount' | 'currency'>) {
  return toMoney(amount, currency);
}

export function toDeclineReason({ declineReason }: Pick<Payment, 'declineReason'>) {
  return declineReason === null ? null : reasons[declineReason];
}

/** A reason that is not known here is the one without details. */
export function toRefusalReason({ problem }: Pick<Refused, 'problem'>) {
  const { declineReason } = problem;
  const isKnown = typeof declineReason === 'string' && Object.hasOwn(reasons, declineReason);
  return reasons[isKnown ? (declineReason as Reason) : 'cardRefused'];
}

export function toDeclineMessage(refused: Pick<Refused, 'problem'>): string {
  return declineMessages[toRefusalReason(refused)];
}
