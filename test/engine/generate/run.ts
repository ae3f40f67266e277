/** One execution as the generated world sees it: its seed, what was called, and what it threw. It is the context value. */
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { FailureMood } from './moods.ts';

export interface Run {
  /** Decides, with the place, what every resolver does. */
  readonly seed: string;
  /** 0 to 3: how often what may go wrong does. */
  readonly strain: number;
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode | undefined;
  rootValue: unknown;
  /** Response paths of resolver calls, in their order. */
  readonly calls: string[];
  /** What was thrown, by place; shared by the executions that are compared, so that they throw identical objects. */
  readonly thrown: Map<string, unknown>;
  /** Errors of iterators, which in a run that shows every possible error are noted here rather than thrown. */
  readonly brokenIterators: { readonly message: string }[] | undefined;
  /** Promises that will settle in a later turn. */
  pending: number;
}

/** What is promised here may be left alone by an executor: that is no unhandled rejection of its making. */
export function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Settles in a later turn of the event loop. */
export function later<T>(run: Run, settle: () => T | PromiseLike<T>): Promise<T> {
  run.pending++;
  const promise = new Promise<T>((resolve, reject) => {
    setImmediate(() => {
      run.pending--;
      try {
        resolve(settle());
      } catch (error) {
        reject(error);
      }
    });
  });
  return handled(promise);
}

/** Settles after some turns of the microtask queue. */
export async function afterTicks<T>(ticks: number, value: () => T): Promise<T> {
  for (let tick = 0; tick < ticks; tick++) await undefined;
  return value();
}

/** The thing thrown at a place, created once for all executions that are compared. */
export function thrownAt(run: Run, locus: string, mood: FailureMood, create: (message: string) => unknown): unknown {
  const key = `${mood} at ${locus}`;
  if (!run.thrown.has(key)) run.thrown.set(key, create(key));
  return run.thrown.get(key);
}
