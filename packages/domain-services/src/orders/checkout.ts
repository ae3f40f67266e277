// Checking out: begins a checkout or finds the one that its key began, and answers with what became of it.
import { hash } from 'node:crypto';
import { type Caller, requirePerson } from '../identity/token-check.ts';
import { Problem } from '../problem.ts';
import { type Checkout, isBegunWith } from './checkout-rows.ts';
import { type CheckoutInput, isAtRest, isOrdered, type Order, toProblem } from './checkout-state.ts';
import type { Checkouts } from './checkouts.ts';
import type { Drive } from './drive.ts';
import type { OrdersStore } from './store.ts';

export interface CheckoutServices {
  readonly checkouts: Checkouts;
  readonly store: OrdersStore;
  readonly drive: Drive;
  /** How long a person is kept waiting for a service that does not answer. */
  readonly patienceMs: number;
}

export interface CheckoutRequest {
  readonly caller: Caller;
  readonly input: CheckoutInput;
  readonly idempotencyKey: string;
  readonly requestId: string;
}

const retrySoon = { 'retry-after': '1' };

/** The same for every attempt at the same work: a key can begin one checkout, whatever dies in between. */
const toBegunBy = ({ clientId, accountId }: Caller, key: string) =>
  hash('sha256', `${clientId}\n${accountId}\n${key}`, 'hex').slice(0, 24);

const anotherUnderWay = () =>
  new Problem('CONFLICT', 'Another checkout of this account is under way; wait for its outcome.', {
    headers: retrySoon,
  });

const notKnownYet = (cause: unknown) =>
  new Problem(
    'UNAVAILABLE',
    'Whether this goes through is not known yet; ask again with the same Idempotency-Key to learn it.',
    { headers: retrySoon, cause },
  );

/** Throws when the key began another checkout than this. */
async function findBegun({ checkouts }: CheckoutServices, begunBy: string, input: CheckoutInput): Promise<Checkout> {
  const found = await checkouts.findBegun(begunBy);
  if (!found) throw anotherUnderWay();
  if (isBegunWith(found, input)) return found;
  throw new Problem('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key began another checkout; choose a new one.');
}

/** The order, the problem, or that nobody knows yet. */
async function answer({ checkouts, store }: CheckoutServices, id: string, failure: unknown): Promise<Order> {
  const checkout = await checkouts.find(id);
  if (checkout?.state.step === 'failed') throw toProblem(checkout.state.refusal);
  const order = checkout && isOrdered(checkout.state) ? await store.findOrder(checkout.accountId, id) : undefined;
  if (order) return order;
  throw notKnownYet(failure);
}

/**
 * The order. Throws the checkout's problem; UNAVAILABLE when the outcome is not known in time (it is brought about
 * all the same, and asking again under the same key tells it); CONFLICT while the account has another checkout
 * under way.
 */
export async function checkOut(services: CheckoutServices, request: CheckoutRequest): Promise<Order> {
  const { checkouts, drive, patienceMs } = services;
  const { caller, input, idempotencyKey, requestId } = request;
  const accountId = requirePerson(caller);
  const begunBy = toBegunBy(caller, idempotencyKey);
  const begun = await checkouts.begin(begunBy, accountId, input);
  const found = begun ?? (await findBegun(services, begunBy, input));
  const { id } = found;
  if (isAtRest(found.state)) return answer(services, id, undefined);
  const mine = begun ?? (await checkouts.take(found));
  if (!mine) return answer(services, id, undefined);
  try {
    await drive(mine, { patienceMs, requestId });
  } catch (failure) {
    return answer(services, id, failure);
  }
  return answer(services, id, undefined);
}
