// Cancelling: turns an order's checkout around, so that money and pieces go back.
import { randomUUID } from 'node:crypto';
import { type Caller, requirePerson } from '../identity/token-check.ts';
import { Problem } from '../problem.ts';
import type { CheckoutServices } from './checkout.ts';
import type { Checkout } from './checkout-rows.ts';
import { type Order, toCancelling } from './checkout-state.ts';
import { LeaseLost } from './checkouts.ts';

export interface CancelRequest {
  readonly caller: Caller;
  readonly orderId: string;
  readonly requestId: string;
}

export interface CancelServices extends CheckoutServices {
  /** The current time in ms since 1970. */
  readonly now: () => number;
}

/** At most `retentionMs`: what is held for an order is remembered for that long. */
const cancellableMs = 86_400_000;
const maxTurns = 3;

const underWay = (cause: unknown) =>
  new Problem('UNAVAILABLE', 'The order is being cancelled; ask again shortly to see it done.', {
    headers: { 'retry-after': '1' },
    cause,
  });

const tooLate = () =>
  new Problem('NOT_CANCELLABLE', 'An order can be cancelled for a day after it was placed, not later.');

/** Undefined while somebody else cancels it. */
async function turnAround(
  { checkouts, now }: CancelServices,
  checkout: Checkout,
  orderedAt: number,
): Promise<Checkout | undefined> {
  const { state } = checkout;
  if (state.step !== 'placed' && state.step !== 'captured' && state.step !== 'done') return checkouts.take(checkout);
  if (now() - orderedAt >= cancellableMs) throw tooLate();
  // Whoever still drives it towards `done` finds its lease gone and stops.
  return checkouts.move(checkout, toCancelling(state, 'requested'), randomUUID());
}

/** Between reading and turning, whoever drives the checkout may have moved it: then it is read again. */
async function claim(services: CancelServices, { id, createdAt }: Order): Promise<Checkout | undefined> {
  for (let turn = 1; ; turn += 1) {
    const checkout = await services.checkouts.find(id);
    if (!checkout) throw tooLate();
    if (checkout.state.step === 'cancelled') return undefined;
    try {
      return await turnAround(services, checkout, Date.parse(createdAt));
    } catch (error) {
      if (!(error instanceof LeaseLost) || turn === maxTurns) throw error;
    }
  }
}

/**
 * The order, cancelled. Throws NOT_FOUND for orders of others, NOT_CANCELLABLE a day after it was placed, and
 * UNAVAILABLE when money or pieces could not be given back in time (they will be).
 */
export async function cancelOrder(services: CancelServices, request: CancelRequest): Promise<Order> {
  const { store, drive, patienceMs } = services;
  const { orderId, requestId } = request;
  const accountId = requirePerson(request.caller);
  const order = await store.findOrder(accountId, orderId);
  if (!order) throw new Problem('NOT_FOUND', `There is no order ${orderId}.`);
  if (order.status === 'cancelled') return order;
  let failure: unknown;
  try {
    const mine = await claim(services, order);
    if (mine) await drive(mine, { patienceMs, requestId });
  } catch (error) {
    if (error instanceof Problem) throw error;
    failure = error;
  }
  const outcome = await store.findOrder(accountId, orderId);
  if (outcome?.status === 'cancelled') return outcome;
  throw underWay(failure);
}
