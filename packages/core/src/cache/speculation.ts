/**
 * Speculative loading: what an operation loaded level by level when it ran last is asked for at once when it runs again,
 * and its own questions find the calls under way. A wrapper of the engine's `execute`.
 */
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { FacetError } from '../errors/facet-error.ts';
import type { Events } from '../events.ts';
import type { AskedLevel, ResolverContext } from '../loaders/loaders.ts';
import type { Execute, ExecutionReport } from '../operation/execute.ts';
import type { OperationPlan } from '../operation/plan.ts';
import { createSpeculationBudget, createSpeculationTrust, type SpeculationTrust } from './speculation-budget.ts';
import {
  countCalls,
  type Guess,
  isAsBefore,
  type SpeculationMemory,
  sizeOfMemory,
  toMemory,
  toOutcome,
  toRightOutcome,
} from './speculation-memory.ts';

export interface SpeculationOptions {
  readonly events: Pick<Events, 'speculation'>;
  /** Whether a service is to be asked nothing that nobody may want. */
  readonly isStruggling: (service: string) => boolean;
  /** Operations, each with its variables and, where its answer is personal, its caller; 1,000 by default. */
  readonly maxOperations?: number;
  /** Of what is remembered of all of them; 16 MiB by default. */
  readonly maxBytes?: number;
}

export interface Speculation {
  /** Wraps the `execute` that reports to `onExecute`. */
  around(execute: Execute): Execute;
  /** Hears what is about to be executed; the context's loaders must be those of this execution. */
  onExecute(report: ExecutionReport, args: ExecutionArgs): void;
  /** Hears of each call to a service; guesses are a share of them. */
  onCall(): void;
}

/** A query that is being executed. */
interface Run {
  readonly report: ExecutionReport;
  readonly plan: OperationPlan;
  readonly variables: unknown;
  readonly context: ResolverContext;
  readonly first: AskedLevel[];
  readonly later: AskedLevel[];
  /** What is asked before `execute` has returned starts by itself; what comes later depends on an answer. */
  isFirstTurn: boolean;
}

/** Guesses under way. */
interface Guessing {
  readonly guesses: readonly Guess[];
  readonly callCount: number;
  readonly stop: () => void;
}

/** An operation, whatever its variables and its caller. */
interface Operation {
  readonly id: number;
  readonly trust: SpeculationTrust;
}

/** A run that asks more often is not worth its memory. */
const maxLevels = 1_000;
const maxVariablesLength = 2_000;

const unwanted = new FacetError('CANCELED');

/**
 * Creates the memory of what operations load. Queries only, and rows that are read by GET. Every value is of a call that
 * this very request made: only the keys are of the past, so a wrong guess costs a call and never an answer. Guesses that
 * nobody has asked for end with the run. They stop for an operation, and for all, where more than a tenth of the calls
 * is wasted, and for a service that struggles.
 */
export function createSpeculation(options: SpeculationOptions): Speculation {
  const { events, isStruggling, maxOperations = 1_000, maxBytes = 16_777_216 } = options;
  const memories = new LRUCache<string, SpeculationMemory>({
    max: maxOperations,
    maxSize: maxBytes,
    sizeCalculation: (memory, key) => sizeOfMemory(memory) + 2 * key.length,
  });
  const operations = new WeakMap<OperationPlan, Operation>();
  const budget = createSpeculationBudget();
  let operationCount = 0;
  const begun: { run: Run | undefined } = { run: undefined };

  function operationOf(plan: OperationPlan): Operation {
    const known = operations.get(plan);
    if (known !== undefined) return known;
    operationCount += 1;
    const operation = { id: operationCount, trust: createSpeculationTrust() };
    operations.set(plan, operation);
    return operation;
  }

  function follow(run: Run, result: Promise<ExecutionResult>): void {
    run.isFirstTurn = false;
    const { id, trust } = operationOf(run.plan);
    const key = keyOf(run, id);
    if (key === undefined) return;
    const memory = memories.get(key);
    const guessing = memory !== undefined && trust.isDue() ? guess(run, memory) : undefined;
    const end = (isWhole: boolean) => {
      guessing?.stop();
      conclude({ run, memory, guessing, trust }, isWhole ? key : undefined);
    };
    result.then(
      ({ errors }) => end(errors === undefined),
      () => end(false),
    );
  }

  function guess({ context }: Run, memory: SpeculationMemory): Guessing | undefined {
    const { signal, loaders } = context;
    const guesses = memory.guesses.filter(({ row }) => !isStruggling(row.operation.service));
    const callCount = countCalls(guesses);
    if (callCount === 0 || signal.aborted || !budget.begin(callCount)) return undefined;
    const calls = new AbortController();
    const leave = () => calls.abort(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    loaders.prefetch(guesses, calls.signal);
    return {
      guesses,
      callCount,
      stop: () => {
        signal.removeEventListener('abort', leave);
        calls.abort(unwanted);
      },
    };
  }

  /** Counts what the guesses have cost, and remembers the run where its answer is whole. */
  function conclude({ run, memory, guessing, trust }: Ended, key: string | undefined): void {
    const { context, later } = run;
    if (memory === undefined && later.length === 0) return;
    const isRight = memory !== undefined && isAsBefore(memory, later);
    if (guessing === undefined) trust.earn(countCalls(memory?.guesses ?? []));
    else if (context.signal.aborted) budget.settle(guessing.callCount, 0);
    else {
      const outcome = isRight ? toRightOutcome(guessing.guesses) : toOutcome(guessing.guesses, run);
      const wasted = outcome.wasted + outcome.further;
      budget.settle(guessing.callCount, wasted);
      trust.settle(guessing.callCount, wasted);
      events.speculation({ context, operationName: run.report.operationName, ...outcome });
    }
    if (key === undefined || isRight) return;
    const now = later.length < maxLevels ? toMemory(run) : undefined;
    if (now === undefined || now.guesses.length === 0) memories.delete(key);
    else memories.set(key, now);
  }

  return {
    around: (execute) => (args) => {
      begun.run = undefined;
      const result = execute(args);
      const { run } = begun;
      begun.run = undefined;
      if (run !== undefined && 'then' in result) follow(run, result);
      return result;
    },
    onExecute: (report, { contextValue, variableValues }) => {
      const { plan } = report;
      if (plan?.operation.operation !== 'query') return;
      const context = contextValue as ResolverContext;
      const run: Run = { report, plan, variables: variableValues, context, first: [], later: [], isFirstTurn: true };
      begun.run = run;
      context.loaders.watch((level) => {
        const levels = run.isFirstTurn ? run.first : run.later;
        if (levels.length < maxLevels) levels.push(level);
      });
    },
    onCall: budget.earn,
  };
}

interface Ended {
  readonly run: Run;
  readonly memory: SpeculationMemory | undefined;
  readonly guessing: Guessing | undefined;
  readonly trust: SpeculationTrust;
}

/**
 * `undefined` for what is too long to be worth it. Where anything is personal, a guess is of the same caller's run, with
 * the same scopes: what `@auth` refuses is not to be asked for.
 */
function keyOf({ report, variables, context }: Run, id: number): string | undefined {
  const text = variables === undefined || variables === null ? '' : toText(variables);
  if (text === undefined || text.length > maxVariablesLength) return undefined;
  if (report.isPublic) return `${id} ${text}`;
  const { principal } = context;
  return principal === null
    ? `${id} ${text} `
    : `${id} ${text} "${principal.scopes.join(' ')}" of ${principal.subject}`;
}

function toText(variables: unknown): string | undefined {
  try {
    return JSON.stringify(variables);
  } catch {
    // Lists in lists by the thousand can be read, and not be written.
    return undefined;
  }
}
