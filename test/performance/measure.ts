/** One measurement: a running process under load, and what each request cost it and its upstream. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Asking, LoadGenerator } from './load/load.ts';
import { readTree } from './process/process-tree.ts';
import type { UpstreamCounters } from './upstream/upstream.ts';

/** What came of an attempt to measure: figures, or why there are none. */
export type Outcome = { readonly measured: Measured } | { readonly absent: string };

export interface Measured {
  /** Answers that came during the run. */
  readonly requestCount: number;
  /** CPU time of the process and all its children, a request. */
  readonly cpuMicros: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** A request, as the upstream counts them. */
  readonly upstreamCalls: number;
  readonly upstreamBytes: number;
  /** A request, headers included. */
  readonly answerBytes: number;
  readonly errorCount: number;
  /** Resident memory right after the load, and the most there ever was. */
  readonly rssMegabytes: number;
  readonly peakRssMegabytes: number;
  readonly processCount: number;
}

export interface Pace {
  readonly seconds: number;
  readonly warmupSeconds: number;
  readonly connections: number;
  /** Runs of which the one with the median CPU time is reported. */
  readonly rounds: number;
}

export interface MeasureOptions {
  readonly pid: number;
  readonly url: string;
  readonly asking: Asking;
  readonly pace: Pace;
  readonly counters: () => Promise<UpstreamCounters>;
  readonly load: LoadGenerator;
  readonly core: number;
}

/** Warms up, then measures. */
export async function measure(options: MeasureOptions): Promise<Outcome> {
  const [outcome] = await measureInTurn([options]);
  return outcome as Outcome;
}

/**
 * Measures several side by side: all are warmed up, then each has its turn in every round, so that whatever slows the
 * machine down for a while slows all of them down.
 */
export async function measureInTurn(all: readonly MeasureOptions[]): Promise<Outcome[]> {
  const runs = all.map((): Measured[] => []);
  for (const options of all) await warmUp(options);
  for (let round = 0; round < (all[0]?.pace.rounds ?? 0); round += 1) {
    for (const [index, options] of all.entries()) runs[index]?.push(await measureOnce(options));
  }
  return runs.map((ofOne, index) => toOutcome(ofOne, all[index] as MeasureOptions));
}

function toOutcome(runs: readonly Measured[], { pace }: MeasureOptions): Outcome {
  if (runs.some(({ requestCount }) => requestCount === 0)) return { absent: `no answer came in ${pace.seconds} s` };
  return { measured: medianOf(runs) };
}

async function warmUp({ pace, load, url, asking, core }: MeasureOptions): Promise<void> {
  await load.run({ url, asking, core, connections: pace.connections, seconds: pace.warmupSeconds });
}

async function measureOnce({ pid, url, asking, pace, counters, load, core }: MeasureOptions): Promise<Measured> {
  await settle(pid);
  const callsBefore = await counters();
  const before = await readTree(pid);
  const result = await load.run({ url, asking, core, connections: pace.connections, seconds: pace.seconds });
  const after = await readTree(pid);
  const callsAfter = await counters();
  // When the load stops, each connection has a request under way: half done, on average.
  const requestCount = result.requestCount + pace.connections / 2;
  const each = (total: number) => total / requestCount;
  return {
    requestCount: result.requestCount,
    cpuMicros: each(after.cpuMicros - before.cpuMicros),
    requestsPerSecond: result.requestCount / result.seconds,
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    upstreamCalls: each(callsAfter.calls - callsBefore.calls),
    upstreamBytes: each(callsAfter.bytes - callsBefore.bytes),
    answerBytes: result.bytes / result.requestCount,
    errorCount: result.errorCount,
    rssMegabytes: after.rssBytes / 2 ** 20,
    peakRssMegabytes: after.peakRssBytes / 2 ** 20,
    processCount: after.processCount,
  };
}

/** Waits until the process has done what earlier load left behind; three seconds at most. */
async function settle(pid: number): Promise<void> {
  let { cpuMicros } = await readTree(pid);
  for (let tries = 0; tries < 20; tries += 1) {
    await pause(150);
    const now = await readTree(pid);
    if (now.cpuMicros - cpuMicros < 20_000) return;
    cpuMicros = now.cpuMicros;
  }
}

/** The run in the middle by CPU time; the upper one of two. */
export function medianOf(runs: readonly Measured[]): Measured {
  const sorted = runs.toSorted((one, other) => one.cpuMicros - other.cpuMicros);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('There is no median of no runs.');
  return middle;
}
