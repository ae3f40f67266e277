// A checkout and the row it is kept in.
import { hash, randomBytes } from 'node:crypto';
import { type CheckoutInput, type CheckoutState, isAtRest, isBuying, type Terms } from './checkout-state.ts';
import type { CheckoutRow } from './tables.ts';

/** A checkout that this process may move, until its lease is taken over. */
export interface Checkout<State = CheckoutState> {
  readonly id: string;
  readonly accountId: string;
  readonly terms: Terms;
  /** See {@link isBegunWith}. */
  readonly fingerprint: string;
  readonly begunBy: string;
  readonly state: State;
  readonly attempts: number;
  readonly lease: string;
  /** In ms since 1970. */
  readonly createdAt: number;
}

/** What a checkout began with, without its card's token: that is forgotten before the checkout is. */
export function toFingerprint(begunBy: string, input: CheckoutInput): string {
  const { totalAmount, currency, addressId, cardToken } = input;
  return hash('sha256', JSON.stringify([begunBy, totalAmount, currency, addressId, cardToken]), 'base64url');
}

/** Whether the checkout is of this very request, whatever has become of it since. */
export const isBegunWith = ({ begunBy, fingerprint }: Checkout, input: CheckoutInput): boolean =>
  fingerprint === toFingerprint(begunBy, input);

/** The columns that follow from the state. */
export const toStateColumns = (state: CheckoutState, leasedUntil: number) => ({
  step: state.step,
  is_buying: isBuying(state) ? 1 : 0,
  payload: JSON.stringify(state),
  attempts: 0,
  leased_until: isAtRest(state) ? null : leasedUntil,
});

export interface NewCheckout {
  readonly begunBy: string;
  readonly accountId: string;
  readonly input: CheckoutInput;
  readonly lease: string;
  readonly leasedUntil: number;
  readonly time: string;
}

export function toNewRow({ begunBy, accountId, input, lease, leasedUntil, time }: NewCheckout): CheckoutRow {
  const { cardToken, ...terms } = input;
  return {
    id: `ord-${randomBytes(12).toString('hex')}`,
    begun_by: begunBy,
    fingerprint: toFingerprint(begunBy, input),
    account_id: accountId,
    terms: JSON.stringify(terms),
    ...toStateColumns({ step: 'begun', cardToken }, leasedUntil),
    lease,
    created_at: time,
    updated_at: time,
  };
}

export const toCheckout = (row: CheckoutRow): Checkout => ({
  id: row.id,
  begunBy: row.begun_by,
  fingerprint: row.fingerprint,
  accountId: row.account_id,
  terms: JSON.parse(row.terms),
  state: JSON.parse(row.payload),
  attempts: row.attempts,
  lease: row.lease,
  createdAt: Date.parse(row.created_at),
});
