// Recovery: takes over what a process left behind when it died or gave way, and brings it to an end.
import type { FastifyBaseLogger } from 'fastify';
import type { Checkout } from './checkout-rows.ts';
import type { Checkouts } from './checkouts.ts';
import type { Drive } from './drive.ts';

export interface RecoveryOptions {
  readonly checkouts: Checkouts;
  readonly drive: Drive;
  readonly log: FastifyBaseLogger;
  /** Aborted when the service stops: then nothing more is taken over. */
  readonly closing: AbortSignal;
}

/**
 * What piles up while a service is away must not fall on it all at once when it is back, nor take this process from
 * the people who are buying now; ten keep a service busy whose answers take some milliseconds.
 */
const maxAtOnce = 10;

/**
 * A pass over all checkouts whose lease ran out; passes of several processes share the work. It never throws for a
 * single checkout: that one is left to a later pass.
 */
export function createRecovery({ checkouts, drive, log, closing }: RecoveryOptions): () => Promise<void> {
  const resume = async (due: Checkout) => {
    try {
      const mine = await checkouts.take(due);
      if (!mine) return;
      const { state } = await drive(mine, { patienceMs: 0, requestId: `recovery-${mine.id}` });
      log.info({ checkoutId: due.id, from: due.state.step, to: state.step }, 'a checkout was recovered');
    } catch (error) {
      log.debug({ err: error, checkoutId: due.id }, 'a checkout is left to a later pass');
    }
  };

  return async () => {
    const due = (await checkouts.listDue()).values();
    const work = async () => {
      for (const checkout of due) {
        if (closing.aborted) return;
        await resume(checkout);
      }
    };
    await Promise.all(Array.from({ length: maxAtOnce }, work));
  };
}
