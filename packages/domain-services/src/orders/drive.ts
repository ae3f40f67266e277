// Drives a checkout from state to state until nothing is left to do, or until a service must be waited for.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Checkout } from './checkout-rows.ts';
import type { Checkouts } from './checkouts.ts';
import { type CallService, createCollaborators, Refused, Unanswered } from './collaborators.ts';
import { giveUp, isOpen, takeStep } from './steps.ts';

export interface DriverOptions {
  readonly checkouts: Checkouts;
  readonly call: CallService;
  readonly log: FastifyBaseLogger;
  /** Aborted when the service stops: then nothing is waited for. */
  readonly closing: AbortSignal;
  /** After which a checkout that is not paid for is undone rather than completed. */
  readonly abandonAfterMs: number;
  /** For how long the money of an order is tried to be taken, before the order is cancelled. */
  readonly captureWithinMs: number;
  /** The current time in ms since 1970. */
  readonly now: () => number;
  /** Called before and after each step's work; what it throws ends the drive as if the process had died there. */
  readonly onStep: (moment: string) => void | Promise<void>;
}

export interface DriveOptions {
  /** How long a service that does not answer is asked again. */
  readonly patienceMs: number;
  /** By which the other services' logs are found. */
  readonly requestId: string;
}

/**
 * Gives the checkout with nothing left to do. Throws Unanswered or Refused when that must wait (it is tried again
 * later by whoever takes the checkout then), LeaseLost when somebody else drives it, and anything else as it comes:
 * then the lease is left to run out.
 */
export type Drive = (checkout: Checkout, options: DriveOptions) => Promise<Checkout>;

const maxPauseMs = 1000;
const maxBackoffMs = 30_000;

const toPauseMs = (tries: number) => Math.min(maxPauseMs, 50 * 2 ** tries);
const toBackoffMs = (attempts: number) => Math.min(maxBackoffMs, 500 * 2 ** Math.min(attempts, 10));

/** The person waits for the order, not for what comes after it. */
const isAwaited = ({ state }: Checkout) => state.step !== 'placed' && state.step !== 'captured';

export function createDriver(options: DriverOptions): Drive {
  const { checkouts, call, log, closing, abandonAfterMs, captureWithinMs, now, onStep } = options;

  /** Where a checkout goes whose step came to nothing; undefined when it is to be tried again. */
  const surrender = (checkout: Checkout, error: unknown) => {
    const isUnpaid = checkout.state.step === 'placed' && now() - checkout.createdAt > captureWithinMs;
    if (!(error instanceof Refused || (error instanceof Unanswered && isUnpaid))) return undefined;
    return giveUp(checkout);
  };

  const advance = async (checkout: Parameters<typeof takeStep>[0], requestId: string): Promise<Checkout> => {
    const services = createCollaborators((service, request) => call(service, { ...request, requestId }));
    const isLate = now() - checkout.createdAt > abandonAfterMs;
    await onStep(`before ${checkout.state.step}`);
    const next = await takeStep(checkout, { services, isLate }).catch((error: unknown) => {
      const state = surrender(checkout, error);
      if (!state) throw error;
      const details = { err: error, checkoutId: checkout.id, from: checkout.state.step, to: state.step };
      log.error(details, 'a step of a checkout is given up');
      return state;
    });
    await onStep(`after ${checkout.state.step}`);
    return checkouts.move(checkout, next);
  };

  const postpone = async (checkout: Checkout, error: Error) => {
    const { id, attempts, state } = checkout;
    const backoffMs = toBackoffMs(attempts);
    const details = { err: error, checkoutId: id, step: state.step, backoffMs };
    if (error instanceof Refused) log.error(details, 'a checkout cannot go on');
    else log.warn(details, 'a checkout waits for another service');
    await checkouts.postpone(checkout, now() + backoffMs);
  };

  return async (checkout, { patienceMs, requestId }) => {
    const until = performance.now() + patienceMs;
    let current = checkout;
    let tries = 0;
    while (isOpen(current)) {
      try {
        current = await advance(current, requestId);
        tries = 0;
      } catch (error) {
        if (!(error instanceof Unanswered || error instanceof Refused)) throw error;
        const pauseMs = toPauseMs(tries);
        const mayAskAgain = error instanceof Unanswered && isAwaited(current) && !closing.aborted;
        if (!mayAskAgain || performance.now() + pauseMs > until) {
          await postpone(current, error);
          throw error;
        }
        tries += 1;
        await wait(pauseMs, undefined, { signal: closing }).catch(() => undefined);
      }
    }
    return current;
  };
}
