// What is done in each state of a checkout, and which state follows: safe to do again, any number of times.

import type { Checkout } from './checkout-rows.ts';
import {
  type CheckoutState,
  type Held,
  type Refusal,
  type Returning,
  type StateOf,
  type Terms,
  toCancelling,
} from './checkout-state.ts';
import type { Cart, Collaborators } from './collaborators.ts';

export type OpenStep = Exclude<CheckoutState['step'], 'done' | 'failed' | 'cancelled'>;

export interface StepContext {
  readonly services: Collaborators;
  /** Whether the checkout began so long ago that the person no longer counts on it. */
  readonly isLate: boolean;
}

type Step<Name extends OpenStep> = (checkout: Checkout<StateOf<Name>>, context: StepContext) => Promise<CheckoutState>;

const late: Refusal = {
  code: 'CONFLICT',
  detail: 'The order could not be completed in time; nothing was charged. Check out again.',
};

const fail = (refusal: Refusal): StateOf<'failed'> => ({ step: 'failed', refusal });

const undo = (refusal: Refusal, { reservationId, mayHoldMoney }: Returning): StateOf<'undoing'> => ({
  step: 'undoing',
  refusal,
  reservationId,
  mayHoldMoney,
});

/** What speaks against buying this cart under these terms. */
function refuse(cart: Cart | undefined, { totalAmount, currency }: Terms): Refusal | undefined {
  if (!cart || cart.items.length === 0) return { code: 'CART_EMPTY', detail: 'There is nothing in the cart.' };
  if (cart.totalAmount === totalAmount && cart.currency === currency) return undefined;
  return {
    code: 'PRICE_CHANGED',
    detail: `The total is now ${cart.totalAmount} ${cart.currency} in minor units; nothing was charged.`,
    details: { totalAmount: cart.totalAmount },
  };
}

const settle: Step<'begun'> = async ({ accountId, terms, state: { cardToken } }, { services, isLate }) => {
  if (isLate) return fail(late);
  const [cart, address] = await Promise.all([
    services.readCart(accountId),
    services.readAddress(accountId, terms.addressId),
  ]);
  const refusal = refuse(cart, terms);
  if (refusal) return fail(refusal);
  if (address) return { step: 'settled', cardToken, purchase: { items: cart?.items ?? [], address } };
  const detail = 'is none of your addresses';
  return fail({
    code: 'VALIDATION_FAILED',
    detail: `addressId: ${detail}`,
    errors: [{ parameter: 'addressId', detail }],
  });
};

const reserve: Step<'settled'> = async ({ id, state }, { services, isLate }) => {
  const { purchase, cardToken } = state;
  const { reservationId, available } = await services.reserve(id, purchase.items);
  if (reservationId === undefined) {
    return fail({
      code: 'OUT_OF_STOCK',
      detail: 'There are not enough pieces left; nothing was charged.',
      details: { available },
    });
  }
  if (isLate) return undo(late, { reservationId, mayHoldMoney: false });
  return { step: 'reserved', cardToken, purchase, reservationId, attempt: 1 };
};

const authorize: Step<'reserved'> = async ({ id, accountId, terms, state }, { services, isLate }) => {
  const { purchase, reservationId, cardToken, attempt } = state;
  // An earlier try may have been heard, though nobody was told.
  if (isLate) return undo(late, { reservationId, mayHoldMoney: true });
  const { totalAmount: amount, currency } = terms;
  const payment = await services.authorize({ orderId: id, accountId, amount, currency, cardToken, attempt });
  if (payment.status !== 'declined') return { step: 'authorized', purchase, reservationId, paymentId: payment.id };
  const declineReason = payment.declineReason ?? 'cardRefused';
  if (declineReason === 'tryAgain' && attempt === 1) return { ...state, attempt: 2 };
  const refusal: Refusal = {
    code: 'PAYMENT_DECLINED',
    detail: 'The card was declined; nothing was charged.',
    details: { declineReason },
  };
  return undo(refusal, { reservationId, mayHoldMoney: false });
};

/** Sold before there is an order: what is held may expire, and what is sold can still be given back. */
const place: Step<'authorized'> = async ({ id, state }, { services }) => {
  const { reservationId } = state;
  if (await services.commit(id, reservationId)) return { ...state, step: 'placed' };
  const detail = 'The pieces were held for too long and went back; nothing was charged. Check out again.';
  return undo({ code: 'RESERVATION_EXPIRED', detail }, { reservationId, mayHoldMoney: true });
};

const capture: Step<'placed'> = async ({ id, accountId, state }, { services }) => {
  await services.capture(id, accountId, state.paymentId);
  return { ...state, step: 'captured' };
};

const toDone = ({ reservationId, paymentId }: Held): CheckoutState => ({ step: 'done', reservationId, paymentId });

const tidyCart: Step<'captured'> = async ({ id, accountId, state }, { services }) => {
  await services.takeOutOfCart(id, accountId, state.purchase.items);
  return toDone(state);
};

/** The money first, then the pieces; `end` is where it leads. */
async function giveBack<State extends StateOf<'undoing'> | StateOf<'cancelling'>>(
  { id, accountId, state }: Checkout<State>,
  { services }: StepContext,
  end: CheckoutState,
): Promise<CheckoutState> {
  if (state.mayHoldMoney) {
    await services.closePayments(id, accountId);
    return { ...state, mayHoldMoney: false };
  }
  await services.release(id, state.reservationId);
  return end;
}

const undoOne: Step<'undoing'> = async (checkout, context) => giveBack(checkout, context, fail(checkout.state.refusal));

const cancelOne: Step<'cancelling'> = async (checkout, context) =>
  giveBack(checkout, context, { step: 'cancelled', reason: checkout.state.reason });

const steps: { readonly [Name in OpenStep]: Step<Name> } = {
  begun: settle,
  settled: reserve,
  reserved: authorize,
  authorized: place,
  placed: capture,
  captured: tidyCart,
  undoing: undoOne,
  cancelling: cancelOne,
};

export function isOpen(checkout: Checkout): checkout is Checkout<StateOf<OpenStep>> {
  return Object.hasOwn(steps, checkout.state.step);
}

/**
 * Does what its state asks for. Throws Unanswered, when the same is to be tried again later, and Refused,
 * when another service will never do what it was asked.
 */
export function takeStep(checkout: Checkout<StateOf<OpenStep>>, context: StepContext): Promise<CheckoutState> {
  const step = steps[checkout.state.step] as (checkout: Checkout, context: StepContext) => Promise<CheckoutState>;
  return step(checkout, context);
}

/**
 * Where a checkout goes when its step will not be done: a service refuses it for good, or the money could not be taken
 * in time. Undefined where there is no way but on.
 */
export function giveUp({ state }: Checkout): CheckoutState | undefined {
  const refusal: Refusal = {
    code: 'INTERNAL_ERROR',
    detail: 'The order could not be completed; nothing was charged.',
  };
  switch (state.step) {
    case 'begun':
    case 'settled':
      return fail(refusal);
    case 'reserved':
    case 'authorized':
      return undo(refusal, { reservationId: state.reservationId, mayHoldMoney: true });
    case 'placed':
      return toCancelling(state, 'paymentFailed');
    case 'captured':
      return toDone(state); // It is paid for; a cart that stays as it is harms nobody.
    default:
      return undefined;
  }
}
