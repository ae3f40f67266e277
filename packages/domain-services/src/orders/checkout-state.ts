// Where a checkout is: one state of one machine, and what is known there.
//
//   begun → settled → reserved → authorized → placed → captured → done → cancelling → cancelled
//     └────────┴──────────┴─ undoing ─┘           └────────┴────────────────┘
//                               └→ failed
//
// A card's token is part of a state for as long as somebody may still have to be shown it, and no longer.
import type { components } from '../generated/orders.ts';
import { Problem, type ProblemCode, type ProblemDetails, type ProblemOptions } from '../problem.ts';

export type Order = components['schemas']['Order'];
export type OrderItem = components['schemas']['OrderItem'];
export type OrderAddress = components['schemas']['OrderAddress'];

export type CancelReason = NonNullable<Order['cancelReason']>;

/** What the person sent: what they agreed to, and the card to pay with. */
export type CheckoutInput = components['schemas']['Checkout'];

/** What the person agreed to. */
export type Terms = Omit<CheckoutInput, 'cardToken'>;

/** What is bought, as it was found in the cart and the address book when the checkout began. */
export interface Purchase {
  readonly items: readonly OrderItem[];
  readonly address: OrderAddress;
}

/** A problem as it is written down, to be given as the checkout's answer. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly details?: ProblemDetails;
  readonly errors?: NonNullable<ProblemOptions['errors']>;
}

export type CheckoutState =
  | { readonly step: 'begun'; readonly cardToken: string }
  | { readonly step: 'settled'; readonly cardToken: string; readonly purchase: Purchase }
  | Reserved
  | ({ readonly step: 'authorized'; readonly purchase: Purchase } & Held)
  | ({ readonly step: 'placed'; readonly purchase: Purchase } & Held)
  | ({ readonly step: 'captured'; readonly purchase: Purchase } & Held)
  | ({ readonly step: 'done' } & Held)
  | ({ readonly step: 'undoing'; readonly refusal: Refusal } & Returning)
  | { readonly step: 'failed'; readonly refusal: Refusal }
  | ({ readonly step: 'cancelling'; readonly reason: CancelReason } & Returning)
  | { readonly step: 'cancelled'; readonly reason: CancelReason };

interface Reserved {
  readonly step: 'reserved';
  readonly cardToken: string;
  readonly purchase: Purchase;
  readonly reservationId: string;
  /** Counts the cards' answers: a decline that says "try again" is tried again once. */
  readonly attempt: 1 | 2;
}

/** What other services hold for the checkout. */
export interface Held {
  readonly reservationId: string;
  readonly paymentId: string;
}

/** What is on its way back. */
export interface Returning {
  readonly reservationId: string;
  /** Whether payments may hold anything for the order, known or not; false once that is settled. */
  readonly mayHoldMoney: boolean;
}

export type StateOf<Step extends CheckoutState['step']> = Extract<CheckoutState, { step: Step }>;

/** Nothing is left to do, unless the person cancels. */
export const isAtRest = ({ step }: CheckoutState): boolean =>
  step === 'done' || step === 'failed' || step === 'cancelled';

/** The account can begin no other checkout: its cart may still hold what this one buys. */
export const isBuying = ({ step }: CheckoutState): boolean =>
  !['done', 'failed', 'cancelling', 'cancelled'].includes(step);

/** Whether there is an order. */
export const isOrdered = ({ step }: CheckoutState): boolean =>
  ['placed', 'captured', 'done', 'cancelling', 'cancelled'].includes(step);

/** Turns an order around: all that is held for it goes back. */
export const toCancelling = ({ reservationId }: Held, reason: CancelReason): StateOf<'cancelling'> => ({
  step: 'cancelling',
  reason,
  reservationId,
  mayHoldMoney: true,
});

export const toProblem = ({ code, detail, details = {}, errors = [] }: Refusal): Problem =>
  new Problem(code, detail, { details, errors });
