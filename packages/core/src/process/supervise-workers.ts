/** The primary of several workers: starts them, keeps their number, and stops them together. */
import type { Log } from '../context/request-context.ts';
import { endBy, onStopSignals } from './stop-signals.ts';
import { createWorkerSlot } from './worker-slot.ts';

/** What a worker may take, after the grace of its requests, to release everything. */
const slackMs = 2_000;

export interface SuperviseOptions {
  readonly count: number;
  /** Time that requests under way get to end after a stop was asked for. */
  readonly graceMs: number;
  readonly log: Log;
  /** Variables that the workers get besides those of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Runs `count` workers until the first SIGTERM or SIGINT, and resolves when all of them are gone; a second signal ends
 * everything at once. A worker alone starts first: what is wrong with it would be wrong with all, and is said once.
 * The port closes with its last worker; a connection that comes in that very moment may wait until this process ends.
 * Rejects, with all workers gone, when a worker cannot be started.
 */
export async function superviseWorkers(options: SuperviseOptions): Promise<void> {
  const { count, graceMs, log, environment } = options;
  const { promise: asked, resolve: stop, reject: onGiveUp } = Promise.withResolvers<void>();
  let [hasStarted, isComplete] = [false, false];
  const slots = Array.from({ length: count }, () =>
    createWorkerSlot({ log, environment, hasStarted: () => hasStarted, onListening, onGiveUp }),
  );
  const [first, ...others] = slots;

  function onListening(url: string): void {
    if (!hasStarted) {
      hasStarted = true;
      for (const slot of others) slot.start();
    }
    const workerPids = slots.flatMap((slot) => slot.listeningPid() ?? []);
    if (isComplete) log.info({ url, workerPids }, 'worker replaced');
    else if (workerPids.length === count) log.info({ url, workers: count, workerPids }, 'listening');
    isComplete ||= workerPids.length === count;
  }

  onStopSignals(stop, (signal) => {
    for (const slot of slots) slot.kill();
    endBy(signal);
  });
  first?.start();
  try {
    await asked;
  } finally {
    await Promise.all(slots.map((slot) => slot.stop(graceMs + slackMs)));
  }
}
