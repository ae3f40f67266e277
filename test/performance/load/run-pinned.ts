/** Runs a command on a core to its end and gives what it printed. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pinned } from '../process/cores.ts';

const run = promisify(execFile);

/** Rejects when the command fails or complains, with what it said: wrk goes on without a script that it cannot read. */
export async function runPinned(command: readonly string[], core: number): Promise<string> {
  const [file = '', ...args] = pinned(command, [core]);
  const { stdout, stderr } = await run(file, args, { maxBuffer: 10_000_000 });
  if (stderr.trim() !== '') throw new Error(`${command.join(' ')}\n${stderr.trim()}`);
  return stdout;
}
