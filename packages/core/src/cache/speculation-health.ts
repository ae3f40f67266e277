/** Services that struggle, by how their calls end: nothing is asked of them that nobody may want. */
import type { CallEvent } from '../events.ts';

export interface ServiceHealth {
  /** A call has ended. */
  record(call: CallEvent): void;
  isStruggling(service: string): boolean;
}

export interface ServiceHealthOptions {
  /** Milliseconds after which an answer is a bad sign. */
  readonly slowMs: number;
  /** Milliseconds since any moment; `performance.now` by default. */
  readonly now?: () => number;
}

/** The last calls to one service: one bit each, set where it failed or was slow. */
interface Service {
  history: number;
  strugglesUntil: number;
}

const historyLength = 20;
const maxBadCount = 4;
const restMs = 5_000;

/**
 * A service struggles for 5 s after any call that failed or was slow while a fifth or more of its last 20 calls had been
 * so: those that were its fault, and those that took longer than `slowMs`. What the caller ended says nothing of it.
 */
export function createServiceHealth(options: ServiceHealthOptions): ServiceHealth {
  const { slowMs, now = () => performance.now() } = options;
  const services = new Map<string, Service>();
  return {
    record(call) {
      const { service: name, code, durationMs } = call;
      if (code === 'CANCELED' || code === 'DEADLINE_EXCEEDED') return;
      const service = services.get(name) ?? { history: 0, strugglesUntil: Number.NEGATIVE_INFINITY };
      services.set(name, service);
      const isBad = durationMs > slowMs || isFault(call);
      service.history = ((service.history << 1) | (isBad ? 1 : 0)) & (2 ** historyLength - 1);
      if (isBad && countBits(service.history) >= maxBadCount) service.strugglesUntil = now() + restMs;
    },
    isStruggling(name) {
      const service = services.get(name);
      return service !== undefined && service.strugglesUntil > now();
    },
  };
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count += 1;
  return count;
}

/** The service's, not the caller's: it was away, busy, late or not to be understood. */
function isFault({ code }: CallEvent): boolean {
  return code?.startsWith('UPSTREAM_') ?? false;
}
