/** Real child processes for the recipes: as a newcomer's shell starts them, in a group of their own that ends with the test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface RunningProcess {
  /** Everything said so far. */
  output(): string;
  /** Resolves to the first match in what it says; rejects with all of it when it ends without one. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Signals the whole group, as Ctrl-C does. */
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it and everything that inherited its output have ended. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** What the run around this test has set, and a newcomer's shell has not. */
const fromThisRun = [
  'NODE_ENV',
  'FACET_BOOTSTRAP_LINK',
  'npm_lifecycle_event',
  'npm_config_user_agent',
  'DATABASE_URL',
];
const groups = new Set<number>();

/** Runs lines of a shell at the root of the workspace; the first that fails ends it. */
export function startShell(lines: string, env: Readonly<Record<string, string>> = {}): RunningProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !fromThisRun.includes(name));
  const child = spawn('sh', ['-e', '-c', lines], {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const group = child.pid as number;
  groups.add(group);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      said[name] += chunk;
      child.emit('said');
    });
  }
  const output = () => said.stdout + said.stderr;
  const ended = once(child, 'close').then(([code]) => {
    groups.delete(group);
    child.emit('said');
    return { code: code as number | null, ...said };
  });

  return {
    output,
    says: async (pattern) => {
      for (;;) {
        const match = pattern.exec(output());
        if (match !== null) return match;
        if (!groups.has(group)) throw new Error(`It ended without saying ${pattern}:\n${output()}`);
        await once(child, 'said');
      }
    },
    kill: (signal) => process.kill(-group, signal),
    ended,
  };
}

/** For `afterAll`: nothing that a failed test started lives on. */
export function killRemaining(): void {
  for (const group of groups) process.kill(-group, 'SIGKILL');
}
