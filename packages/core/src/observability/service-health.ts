/** Services that struggle, by how the calls to them end: readiness names them, and nobody guesses what to ask of them. */
import type { CallEvent, Events } from '../events.ts';

export interface ServiceHealth {
  /** Hears every call. */
  readonly onCall: Events['call'];
  /** Whether a service is to be spared for now what nobody may want of it. */
  isStruggling(service: string): boolean;
  /** Services that struggled within the last half minute, by name. */
  degraded(): string[];
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
  /** When it was last found to struggle. */
  struggledAt: number;
}

const historyLength = 20;
const maxBadCount = 4;
const restMs = 5_000;
const degradedMs = 30_000;

/**
 * A service struggles for 5 s after any call that failed or was slow while a fifth or more of its last 20 calls had been
 * so: those that were its fault, and those that took longer than `slowMs`. What the caller ended says nothing of it.
 */
export function createServiceHealth(options: ServiceHealthOptions): ServiceHealth {
  const { slowMs, now = () => performance.now() } = options;
  const services = new Map<string, Service>();
  const hasStruggled = ({ struggledAt }: Service, withinMs: number) => now() - struggledAt < withinMs;

  return {
    onCall(call) {
      const { service: name, code, durationMs } = call;
      if (code === 'CANCELED' || code === 'DEADLINE_EXCEEDED') return;
      const service = services.get(name) ?? { history: 0, struggledAt: Number.NEGATIVE_INFINITY };
      services.set(name, service);
      const isBad = durationMs > slowMs || isFault(call);
      service.history = ((service.history << 1) | (isBad ? 1 : 0)) & (2 ** historyLength - 1);
      if (isBad && countBits(service.history) >= maxBadCount) service.struggledAt = now();
    },
    isStruggling(name) {
      const service = services.get(name);
      return service !== undefined && hasStruggled(service, restMs);
    },
    degraded() {
      const found = [...services].filter(([, service]) => hasStruggled(service, degradedMs));
      return found.map(([name]) => name).sort();
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
