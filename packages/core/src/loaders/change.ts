/** The binding of mutations: a field wired to a command. */
import { createHash } from 'node:crypto';
import type { OperationInput } from '../client/operation.ts';
import { type Problem, problemOf } from '../client/problem.ts';
import { accountOf } from './account-of.ts';
import type { Command } from './command.ts';
import type { ResolverContext } from './loaders.ts';
import type { RowChange } from './row-cache.ts';

/** What a command came to: done, or refused with a problem that its `outcomes` name. */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Place of a field in the response, as GraphQL gives it to resolvers. */
interface ResponsePath {
  readonly key: string | number;
  readonly prev: ResponsePath | undefined;
}

export interface ChangeField<Parent, Args, Result> {
  readonly resolve: (
    parent: Parent,
    args: Args,
    context: ResolverContext,
    info: { readonly path: ResponsePath },
  ) => Promise<Result>;
  // biome-ignore lint/suspicious/noExplicitAny: a binding is read by code that does not know its field's types
  readonly extensions: { readonly facet: { readonly kind: 'change'; readonly command: Command<any, any> } };
}

/**
 * Binds a mutation's field to a command of the signed-in person, whose account the input is made with; others are
 * UNAUTHENTICATED before any call. It is one REST call with a token of the caller's and, where the contract takes one, an
 * `Idempotency-Key` made of the request's key and the field's place in the response. Afterwards the loaders and every
 * cache forget what the command changes, however it ended: a refusal or a lost answer may have changed something, too.
 * The field waits for that, so that its own answer and every later one read the write.
 * Problems that `outcomes` does not name are errors with the code of their status.
 */
export function change<Parent, Args, Input, Value>(
  command: Command<Input, Value>,
  inputOf: (args: Args, account: string) => Input,
): ChangeField<Parent, Args, Outcome<Value>> {
  return {
    resolve: async (_parent, args, context, { path }) => {
      const input = inputOf(args, accountOf(context));
      const key = toStepKey(context.idempotencyKey, path, command.operation.operationId);
      let outcome: Outcome<Value> | undefined;
      try {
        outcome = await carryOut(command, input, context, key);
        return outcome;
      } finally {
        const forgotten = context.loaders.forget(changesOf(command, input, outcome, context));
        if (forgotten !== undefined) await forgotten;
      }
    },
    extensions: { facet: { kind: 'change', command } },
  };
}

async function carryOut<Input, Value>(
  { operation, outcomes, timeoutMs, token }: Command<Input, Value>,
  input: Input,
  context: ResolverContext,
  key: string,
): Promise<Outcome<Value>> {
  const keyed = operation.parameters['Idempotency-Key'] === undefined ? input : { ...input, 'Idempotency-Key': key };
  const further = { ...(timeoutMs === undefined ? {} : { timeoutMs }), ...(token && { token }) };
  const options = { context, audience: 'principal' as const, ...further };
  try {
    const value = await context.loaders.send(operation, keyed as OperationInput<unknown>, options);
    return { kind: 'done', value: value as Value };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined || !outcomes.includes(problem.code)) throw error;
    return { kind: 'refused', problem };
  }
}

function changesOf<Input, Value>(
  { changes }: Command<Input, Value>,
  input: Input,
  outcome: Outcome<Value> | undefined,
  context: ResolverContext,
): RowChange[] {
  const value = outcome?.kind === 'done' ? outcome.value : undefined;
  return changes.map(({ row, keysOf }) => {
    try {
      return { row, keys: keysOf(input, value, context) };
    } catch {
      // An answer of another shape than the contract promised says nothing of keys.
      return { row };
    }
  });
}

/** `key:responsePath:step`, at most 255 characters as services take them; a long path is hashed. */
function toStepKey(key: string, path: ResponsePath, step: string): string {
  const places: (string | number)[] = [];
  for (let place: ResponsePath | undefined = path; place !== undefined; place = place.prev) places.unshift(place.key);
  const stepKey = `${key}:${places.join('.')}:${step}`;
  return stepKey.length <= 255 ? stepKey : createHash('sha256').update(stepKey).digest('base64url');
}
