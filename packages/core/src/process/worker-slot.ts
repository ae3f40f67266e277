/** One place among the workers of a primary: whoever dies in it is replaced, until it is stopped. */
import cluster, { type Worker } from 'node:cluster';
import type { Log } from '../context/request-context.ts';
import { createRestartPolicy, failedStartsText } from './restart-policy.ts';
import { isListeningMessage } from './worker-message.ts';

export interface WorkerSlotOptions {
  readonly log: Log;
  /** Variables that the worker gets besides those of this process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether any worker has listened yet: before that, the death of one is the failed start of all. */
  readonly hasStarted: () => boolean;
  readonly onListening: (url: string) => void;
  /** No worker can live here; the error says what to do. The slot stays empty. */
  readonly onGiveUp: (reason: Error) => void;
}

export interface WorkerSlot {
  start(): void;
  /** Of the worker, while it listens. */
  listeningPid(): number | undefined;
  /** Asks the worker to stop, kills it after `withinMs`, starts no other; resolves when it is gone. */
  stop(withinMs: number): Promise<void>;
  /** Ends the worker at once. */
  kill(): void;
}

interface Occupant {
  readonly worker: Worker;
  /** Resolves to how it ended. */
  readonly ended: Promise<string>;
  isListening: boolean;
}

export function createWorkerSlot(options: WorkerSlotOptions): WorkerSlot {
  const { log, environment, hasStarted, onListening, onGiveUp } = options;
  const policy = createRestartPolicy();
  let occupant: Occupant | undefined;
  let nextStart: NodeJS.Timeout | undefined;
  let isStopped = false;

  function start(): void {
    if (isStopped) return;
    const worker = cluster.fork(environment);
    const own: Occupant = { worker, ended: untilEnded(worker, log), isListening: false };
    occupant = own;
    worker.on('message', (message: unknown) => {
      if (!isListeningMessage(message)) return;
      own.isListening = true;
      onListening(message.listeningAt);
    });
    void own.ended.then((how) => replace(own, how));
  }

  function replace({ worker, isListening }: Occupant, how: string): void {
    occupant = undefined;
    if (isStopped) return;
    const waitMs = hasStarted() ? policy.afterDeath({ hadListened: isListening }) : undefined;
    if (waitMs === undefined) {
      onGiveUp(toGiveUpError(hasStarted(), how));
      return;
    }
    log.warn({ workerPid: worker.process.pid, how, restartInMs: waitMs }, 'worker died');
    nextStart = setTimeout(start, waitMs);
  }

  async function stop(withinMs: number): Promise<void> {
    isStopped = true;
    clearTimeout(nextStart);
    if (occupant === undefined) return;
    const { worker, ended } = occupant;
    const deadline = setTimeout(() => {
      log.warn({ workerPid: worker.process.pid, withinMs }, 'worker killed: it did not stop in time');
      kill();
    }, withinMs);
    worker.process.kill('SIGTERM');
    await ended;
    clearTimeout(deadline);
  }

  function kill(): void {
    occupant?.worker.process.kill('SIGKILL');
  }

  const listeningPid = () => (occupant?.isListening ? occupant.worker.process.pid : undefined);
  return { start, listeningPid, stop, kill };
}

function untilEnded(worker: Worker, log: Log): Promise<string> {
  return new Promise((resolve) => {
    worker.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    worker.on('error', (reason) => {
      log.error({ err: reason, workerPid: worker.process.pid }, 'worker unreachable');
      // Without a pid it never was, and will not exit.
      if (worker.process.pid === undefined) resolve(reason.message);
    });
  });
}

function toGiveUpError(hadStarted: boolean, how: string): Error {
  return new Error(
    hadStarted
      ? `A worker died ${failedStartsText} before it listened, the last time by ${how}; all are stopped. What it said about it is above: put that right, and start again.`
      : `The first worker ended before it listened, by ${how}; no other was started. What it said about it is above.`,
  );
}
