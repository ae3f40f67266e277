/** A process of the benchmark: pinned to its cores, known to be ready, and stopped with all that it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { pinned } from './cores.ts';

export interface ProcessOptions {
  /** Names it in errors. */
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly cores: readonly number[];
  /** Asked again until it resolves to true. */
  readonly isReady: () => Promise<boolean>;
  /** 30,000 by default. */
  readonly readyTimeoutMs?: number;
}

export interface RunningProcess {
  readonly pid: number;
  /** The first of the process that is killed with all of its children; safe to call more than once. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
const maxKeptOutput = 4_000;
const stopTimeoutMs = 5_000;

/** Starts a process and waits until it is ready; throws with the end of its output when it is not in time. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { name, command, env = {}, cwd, cores, isReady, readyTimeoutMs = 30_000 } = options;
  const [file = '', ...args] = pinned(command, cores);
  const child = spawn(file, args, {
    env: { ...process.env, NODE_ENV: 'production', RATE_LIMITS: 'off', ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-maxKeptOutput);
    });
  }
  child.on('error', (error) => {
    output += error.message;
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const stop = () => stopChild(child, hasEnded);

  const giveUpAt = Date.now() + readyTimeoutMs;
  while (!(await isReady().catch(() => false))) {
    if (hasEnded() || Date.now() > giveUpAt) {
      await stop();
      throw new Error(`${name} did not start: ${command.join(' ')}\n${output.trim()}`);
    }
    await pause(50);
  }
  return { pid: child.pid as number, stop };
}

async function stopChild(child: ChildProcess, hasEnded: () => boolean): Promise<void> {
  running.delete(child);
  if (hasEnded()) return;
  const ended = once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(timer);
  // Whatever the process left behind in its group.
  signalGroup(child, 'SIGKILL');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/** For the end of the benchmark, whatever the reason. */
export function killAllProcesses(): void {
  for (const child of running) signalGroup(child, 'SIGKILL');
}
