/** The engine's door: graphql-js's `execute`, level by level. */
import {
  assertValidSchema,
  defaultFieldResolver,
  defaultTypeResolver,
  type ExecutionArgs,
  type ExecutionResult,
  execute as executeByGraphqlJs,
  GraphQLError,
  getVariableValues,
} from 'graphql';
import { errorCodes } from '../errors/error-codes.ts';
import type { ResolverContext } from '../loaders/loaders.ts';
import type { Authorization } from './authorize.ts';
import { mayMeetDemand } from './authorize-fallback.ts';
import { defaultMaxFieldCount } from './compile.ts';
import { ownColumn } from './own-column.ts';
import type { OperationPlan } from './plan.ts';
import { createPlanCache, type FallbackReason } from './plan-cache.ts';
import { createReplays } from './replay.ts';
import { hasLoaders } from './resolve-field.ts';
import { Run, type RunInputs } from './run.ts';
import { runPlan } from './run-plan.ts';

/** How one operation was executed. */
export interface ExecutionReport {
  readonly operationName: string | null;
  readonly compiled: boolean;
  /** Whether the answer is the same for everybody, as far as the plan tells; `false` without a plan. */
  readonly isPublic: boolean;
  /** What is executed; absent without a plan. */
  readonly plan?: OperationPlan;
  /** Why graphql-js executed it instead; absent when compiled. */
  readonly reason?: FallbackReason;
}

export interface ExecuteOptions {
  /**
   * Decides, with coerced variables, whether an operation is executed at all: throws where it is not. Where that is to be
   * waited for, it returns a promise, which rejects. Called before anything else of the operation.
   */
  readonly admit?: (
    report: ExecutionReport,
    args: ExecutionArgs,
    variables: Readonly<Record<string, unknown>>,
  ) => Promise<void> | undefined;
  /** Wraps executions that were waited for, as the caller wraps the others. */
  readonly resume?: ((execute: Execute) => Execute) | undefined;
  /** Called once for each operation that is executed. */
  readonly onExecute?: (report: ExecutionReport, args: ExecutionArgs) => void;
  /** Fields a plan may have, those of every possible type included; larger ones are left to graphql-js. 10,000 by default. */
  readonly maxFieldCount?: number;
  /**
   * Whether a public operation whose services answer with the very bytes that they answered before gets the answer that
   * it got before. For contexts with loaders, without a root value, whose values are read by `ownColumn`; `true` by
   * default.
   */
  readonly replay?: boolean;
  /**
   * Decides on what `@auth` and `@owner` of the SDL demand of callers. Without it, nobody has what they stand on. They
   * count for plans only: an operation without one that may meet any is refused with MAX_COST.
   */
  readonly authorization?: Authorization | undefined;
}

export type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Creates an `execute` with the arguments and results of graphql-js 16's: a result at once where every resolver is
 * synchronous, otherwise a promise of one, which rejects only where `admit` does; throws where graphql-js does (no document, an invalid
 * schema, variables that are no object). Plans are kept as long as their document is.
 *
 * Resolvers are called for all objects of a level before those of the next, and promises of one field and level are
 * waited for together. Where an error takes a parent back, what is below it is neither executed, reported nor waited for
 * any more, as the specification allows (6.4.4): the answer is graphql-js's, and never comes later.
 */
export function createExecute(options: ExecuteOptions = {}): Execute {
  const { admit, resume, onExecute, maxFieldCount = defaultMaxFieldCount, replay = true, authorization } = options;
  const replays = replay ? createReplays() : undefined;
  const plans = createPlanCache(maxFieldCount);

  return (args) => {
    const { schema, document, operationName } = args;
    if (!document || !isObjectOrAbsent(args.variableValues)) return executeByGraphqlJs(args);
    assertValidSchema(schema);
    const selected = plans.select(schema, document, operationName);
    if (selected === undefined) return executeByGraphqlJs(args);

    const { coerced, errors } = getVariableValues(
      schema,
      selected.operation.variableDefinitions ?? [],
      args.variableValues ?? {},
      { maxErrors: args.options?.maxCoercionErrors ?? 50, hideSuggestions: args.hideSuggestions ?? false },
    );
    if (errors !== undefined) return { errors };

    const plan = plans.compile(schema, document, selected, coerced);
    const name = selected.operation.name?.value ?? null;
    const report: ExecutionReport =
      typeof plan === 'string'
        ? { operationName: name, compiled: false, isPublic: false, reason: plan }
        : { operationName: name, compiled: true, isPublic: plan.isPublic, plan };
    const admitted = admit?.(report, args, coerced);
    if (admitted === undefined) return carryOut(report, args, coerced);
    const later = () => carryOut(report, args, coerced);
    return admitted.then(() => (resume === undefined ? later() : resume(later)(args)));
  };

  function carryOut(report: ExecutionReport, args: ExecutionArgs, coerced: RunInputs['variableValues']) {
    const { schema, document, rootValue, contextValue } = args;
    const { plan } = report;
    onExecute?.(report, args);
    if (plan === undefined) {
      return mayMeetDemand(schema, document) ? { errors: [notAuthorizable()] } : executeByGraphqlJs(args);
    }
    if (plan.root.refusal !== undefined) return { errors: [plan.root.refusal], data: null };
    const fieldResolver = args.fieldResolver ?? defaultFieldResolver;
    const typeResolver = args.typeResolver ?? defaultTypeResolver;
    const variableValues = coerced;
    const inputs = { plan, rootValue, contextValue, variableValues, fieldResolver, typeResolver, authorization };
    if (replays === undefined || !canReplay(inputs)) return resultOf(new Run(inputs));
    const asked = { plan, variables: args.variableValues, context: inputs.contextValue };
    return replays.answer(asked, (context, trace) => resultOf(new Run({ ...inputs, contextValue: context, trace })));
  }
}

/** As graphql-js's `execute`. */
export const execute: Execute = createExecute();

/** Whether all that the answer depends on is the variables, the locale and what the loaders bring. */
function canReplay(inputs: RunInputs): inputs is RunInputs & { readonly contextValue: ResolverContext } {
  const { plan, rootValue, contextValue, fieldResolver } = inputs;
  return plan.isPublic && rootValue === undefined && fieldResolver === ownColumn && hasLoaders(contextValue);
}

function resultOf(run: Run): ExecutionResult | Promise<ExecutionResult> {
  const root = runPlan(run);
  if (run.hasRemovals) run.skipRemoved();
  if (!run.isWaiting) return toResult();
  return new Promise((resolve, reject) => {
    run.whenEnded(() => (run.crash === undefined ? resolve(toResult()) : reject(run.crash.reason)));
  });

  function toResult(): ExecutionResult {
    const data = root.isRemoved ? null : root.out;
    return run.errors.length === 0 ? { data } : { errors: run.errors, data };
  }
}

function notAuthorizable(): GraphQLError {
  const cause = new Error('without a plan, what the SDL demands of callers cannot be enforced');
  const { publicMessage } = errorCodes.MAX_COST;
  return new GraphQLError(publicMessage, { originalError: cause, extensions: { code: 'MAX_COST' } });
}

function isObjectOrAbsent(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'object';
}
