/** Whether the process should get traffic: it finds out at start whether its own guards refuse what they are there for. */

/** A request that a guard must refuse, made by the process to itself. */
export interface Probe {
  /** Names the guard in the answer and in the log. */
  readonly guard: string;
  /** What the settings ask of it. Only a guard that is to `enforce` is tried. */
  readonly mode: 'enforce' | 'measure' | 'off';
  /** Resolves to whether the guard refused, for its own reason. */
  run(): Promise<boolean>;
}

/** What must have happened once before traffic is welcome. */
export interface Need {
  readonly name: string;
  /** Rejects when it could not be had; it is tried again. */
  get(): Promise<unknown>;
}

export interface ReadinessOptions {
  readonly probes: readonly Probe[];
  /** Had before the probes run, in this order. */
  readonly needs?: readonly Need[];
  readonly isDraining: () => boolean;
  /** What is not well, though the process can do without. */
  readonly findDegraded?: () => readonly string[];
  /** Hears of a need that is still missing, and why. */
  readonly onMissing?: (need: string, reason: unknown) => void;
  /** Hears which guards did not refuse; the process gets no traffic. */
  readonly onOpen?: (guards: readonly string[]) => void;
}

export interface ReadinessReport {
  readonly status: 'starting' | 'draining' | 'open' | 'ready';
  /** What the process waits for. */
  readonly missing?: readonly string[];
  /** Guards that are to enforce, and did not refuse. */
  readonly open?: readonly string[];
  /** Each guard and its mode. */
  readonly guards: Readonly<Record<string, Probe['mode']>>;
  /** Services that fail, or a Redis that is down. */
  readonly degraded: readonly string[];
}

export interface Readiness {
  /** Resolves after the first attempt; others follow until every need was had and every guard has refused. */
  start(): Promise<void>;
  report(): ReadinessReport;
  /** Ends further attempts. */
  stop(): void;
}

const firstDelayMs = 250;
const maxDelayMs = 5_000;

/** Creates it: not ready until `start` has had every need and seen every guard refuse. */
export function createReadiness(options: ReadinessOptions): Readiness {
  const { probes, needs = [], isDraining, findDegraded = () => [], onMissing, onOpen } = options;
  const guards = Object.fromEntries(probes.map(({ guard, mode }) => [guard, mode]));
  const missing = new Map(needs.map((need) => [need.name, need]));
  let open: readonly string[] | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function attempt(delayMs: number): Promise<void> {
    for (const [name, need] of missing) {
      try {
        await need.get();
        missing.delete(name);
      } catch (reason) {
        onMissing?.(name, reason);
        return again(delayMs);
      }
    }
    const found = await findOpen(probes);
    const isNews = found.join() !== open?.join();
    open = found;
    if (found.length === 0 || isStopped) return;
    if (isNews) onOpen?.(found);
    again(delayMs);
  }

  function again(delayMs: number): void {
    if (!isStopped) timer = setTimeout(attempt, delayMs, Math.min(delayMs * 2, maxDelayMs));
  }

  function status(): ReadinessReport['status'] {
    if (isDraining()) return 'draining';
    if (open === undefined) return 'starting';
    return open.length > 0 ? 'open' : 'ready';
  }

  return {
    start: () => attempt(firstDelayMs),
    report: () => ({
      status: status(),
      ...(missing.size === 0 ? {} : { missing: [...missing.keys()] }),
      ...(open === undefined || open.length === 0 ? {} : { open }),
      guards,
      degraded: findDegraded(),
    }),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** One after the other, as a caller would. A probe that fails shows no guard. */
async function findOpen(probes: readonly Probe[]): Promise<string[]> {
  const open: string[] = [];
  for (const { guard, mode, run } of probes) {
    if (mode !== 'enforce') continue;
    const refused = await run().catch(() => false);
    if (!refused) open.push(guard);
  }
  return open;
}
