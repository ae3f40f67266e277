/** Runs a BFF as a program: one process, or several behind one port, from start to stop signal. */
import cluster from 'node:cluster';
import { toWorkerEnvironment } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import type { Bff } from '../create-bff.ts';
import { createLog } from '../observability/create-log.ts';
import { endBy, onStopSignals } from './stop-signals.ts';
import { superviseWorkers } from './supervise-workers.ts';
import { sendListening } from './worker-message.ts';

export interface RunOptions {
  /** Names the program in the log of what supervises its workers. */
  readonly name: string;
  /** Reads the settings; what it throws is printed once, before anything starts. */
  readonly settings: () => Settings;
  readonly create: (settings: Settings) => Promise<Bff>;
}

/**
 * Runs a BFF until SIGTERM or SIGINT: what is under way is answered, then the process ends with code 0; a second signal
 * ends it at once. What goes wrong at start is printed, and the process ends with code 1.
 *
 * With `workers` above 1, this process runs the program's main file again in as many workers, which share the port, and
 * replaces those that die. Workers end with their primary, however it ends.
 */
export async function runBff({ name, settings: readSettings, create }: RunOptions): Promise<void> {
  try {
    const settings = readSettings();
    const { workers: count, shutdownGraceMs: graceMs } = settings;
    if (count > 1 && cluster.isPrimary) {
      const log = createLog(name, settings);
      return await superviseWorkers({ count, graceMs, log, environment: toWorkerEnvironment(settings) });
    }
    await listenUntilStopped(await create(settings));
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason);
    process.exit(1);
  }
}

/** Resolves when it listens; the handlers are there before, so that whoever sees it listen may stop it. */
async function listenUntilStopped(bff: Bff): Promise<void> {
  const { worker } = cluster;
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const stop = async () => {
    await opened;
    await bff.close();
    worker?.disconnect();
  };
  // Ctrl-C reaches a worker twice, from the terminal and from its primary; the primary decides when patience ends.
  onStopSignals(() => void stop(), worker === undefined ? endBy : () => {});
  const url = await bff.listen();
  open();
  if (worker !== undefined) sendListening(worker, url);
}
