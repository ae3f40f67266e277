/** Executes and watches: what came back, when, and what was left behind. */
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Run } from '../generate/run.ts';

export type Executor = (args: ExecutionArgs) => ExecutionResult | PromiseLike<ExecutionResult>;

export interface Outcome {
  /** `returned` at once, `resolved` or `rejected` later, `threw`, or `pending` for ever. */
  readonly how: 'returned' | 'resolved' | 'rejected' | 'threw' | 'pending';
  /** As it was when it came: graphql-js adds to the errors of a result afterwards. */
  readonly result?: ExecutionResult;
  /** What was thrown or rejected with. */
  readonly reason?: unknown;
  readonly calls: readonly string[];
  /** Reasons of promises that nobody handles; such a thing ends a Node process. */
  readonly unhandled: readonly unknown[];
}

/** Turns of the event loop without anything under way after which an execution counts as pending for ever. */
const idleTurns = 8;

let unhandled: unknown[] = [];

/** Keeps unhandled rejections from ending this process, and attributes them to what is being observed. */
export function watchRejections(): () => void {
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  return () => process.off('unhandledRejection', note);
}

/** Executes and waits until everything that was started has ended. */
export async function observe(executor: Executor, args: ExecutionArgs, run: Run): Promise<Outcome> {
  unhandled = [];
  let outcome: Omit<Outcome, 'calls' | 'unhandled'> = { how: 'pending' };
  try {
    const answer = executor(args);
    if (isThenable(answer)) {
      answer.then(
        (result) => {
          outcome = { how: 'resolved', result: snapshot(result) };
        },
        (reason) => {
          outcome = { how: 'rejected', reason };
        },
      );
    } else {
      outcome = { how: 'returned', result: snapshot(answer) };
    }
  } catch (reason) {
    outcome = { how: 'threw', reason };
  }
  await quiet(run, () => outcome.how !== 'pending');
  return { ...outcome, calls: run.calls, unhandled };
}

function isThenable(value: ExecutionResult | PromiseLike<ExecutionResult>): value is PromiseLike<ExecutionResult> {
  return typeof (value as PromiseLike<ExecutionResult>)?.then === 'function';
}

function snapshot(result: ExecutionResult): ExecutionResult {
  return result?.errors === undefined ? { ...result } : { ...result, errors: [...result.errors] };
}

/** Leftovers may start new work, so it is quiet when some turns have passed without any. */
async function quiet(run: Run, settled: () => boolean): Promise<void> {
  for (let idle = 0; idle < (settled() ? 2 : idleTurns); idle = run.pending > 0 ? 0 : idle + 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
