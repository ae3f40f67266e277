// Where a checkout is: one state of one machine, and what is known there.
//
//   begun → settled → reserved → authorized → placed → captured → done → cancelling → cancelled
//     └────────┴──────────┴─ undoing ─┘           └────────┴────────────────┘
//                               └→ failed
import type { components } from '../generated/orders.ts';
import { Problem, type ProblemCode, type ProblemDetails, type ProblemOptions } from '../problem.ts';

export type Order = components['schemas']['Order'];
export type OrderItem = components['schemas']['OrderItem'];
export type OrderAddress = components['schemas']['OrderAddress'];

/** What the person agreed to. */
export type Terms = components['schemas']['Checkout'];

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
  | { readonly step: 'begun' }
  | { readonly step: 'settled'; readonly purchase: Purchase }
  /** `attempt` counts the cards' answers: a decline that says "try again" is tried again once. */
  | { readonly step: 'reserved'; readonly purchase: Purchase; readonly reservationId: string; readonly attempt: 1 | 2 }
  | ({ readonly step: 'authorized'; readonly purchase: Purchase } & Held)
  | ({ readonly step: 'placed'; readonly purchase: Purchase } & Held)
  | ({ readonly step: 'captured'; readonly purchase: Purchase } & Held)
  | ({ readonly step: 'done' } & Held)
  /** What was given back already is null. */
  | ({ readonly step: 'undoing'; readonly refusal: Refusal } & Partially<Held>)
  | { readonly step: 'failed'; readonly refusal: Refusal }
  | ({ readonly step: 'cancelling' } & Partially<Held>)
  | { readonly step: 'cancelled' };

/** What other services hold for the checkout. */
export interface Held {
  readonly reservationId: string;
  readonly paymentId: string;
}

type Partially<T> = { readonly [Key in keyof T]: T[Key] | null };

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

export const toProblem = ({ code, detail, details = {}, errors = [] }: Refusal): Problem =>
  new Problem(code, detail, { details, errors });
