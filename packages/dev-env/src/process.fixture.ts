/** Real child processes for tests: what they print, how they end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface RunningProcess {
  pid: number;
  output(): string;
  /** Resolves when stdout or stderr has said the text; rejects with everything it said when it ends before. */
  says(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when the process and everything that inherited its output have ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>;
}

const running = new Set<ChildProcess>();

/** Starts `file`; an `undefined` in `env` removes that variable. */
export function startProcess(
  file: string,
  args: string[],
  { cwd = process.cwd(), env = {} }: { cwd?: string; env?: Record<string, string | undefined> } = {},
): RunningProcess {
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      said[name] += chunk;
      child.emit('said');
    });
  }
  const output = () => said.stdout + said.stderr;
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    child.emit('said');
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, ...said };
  });

  return {
    pid: child.pid ?? -1,
    output,
    says: async (text) => {
      while (!output().includes(text)) {
        if (!running.has(child)) throw new Error(`It ended without saying "${text}":\n${output()}`);
        await once(child, 'said');
      }
    },
    kill: (signal) => child.kill(signal),
    ended,
  };
}

/** For `afterEach`: nothing that a failed test started lives on. */
export function killRemaining(): void {
  for (const child of running) child.kill('SIGKILL');
}
