/**
 * Jest reporter: ends a run in which one test file neither passes nor fails. Jest's own time limits are timers of the
 * file's process, so a file that never lets its event loop turn outlives them all, and the run with it.
 */
import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';

/** Four times what the slowest file took with both cores taken by others. */
const defaultLimitMs = 360_000;

export default class StuckFiles {
  #limitMs;
  #timers = new Map();

  constructor(_config, { limitMs = defaultLimitMs } = {}) {
    this.#limitMs = limitMs;
  }

  onTestFileStart({ path }) {
    const timer = setTimeout(() => this.#end(path), this.#limitMs);
    this.#timers.set(path, timer.unref());
  }

  onTestFileResult({ path }) {
    clearTimeout(this.#timers.get(path));
    this.#timers.delete(path);
  }

  #end(path) {
    const [stuck, ...others] = [path, ...[...this.#timers.keys()].filter((other) => other !== path)].map(toName);
    process.stderr.write(
      `${stuck} has neither passed nor failed for ${this.#limitMs / 1_000} s: it waits synchronously, or awaits only ` +
        `what is there already. The run ends here, and with it ${others.join(', ') || 'nothing else'}.\n`,
    );
    // A worker that hears nothing does not hear that this process ends, either.
    execFileSync('pkill', ['-KILL', '-P', String(process.pid)]);
    process.exit(1);
  }
}

const toName = (path) => relative(process.cwd(), path);
