/** Commands: what changes when a REST operation is carried out, as data that a checker can walk. */
import type { Operation, OperationInput, OperationOutput } from '../client/operation.ts';
import type { TokenKind } from '../client/transport.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { Row } from './row.ts';

/** A row whose value for some keys is another after the command. */
export interface Change<Input = never, Value = never> {
  // biome-ignore lint/suspicious/noExplicitAny: rows of any types change
  readonly row: Row<any, any, any>;
  /** The keys; `undefined` for all of them. There is a value only when the command is done, not when it was refused or failed. */
  readonly keysOf: (input: Input, value: Value | undefined, context: RequestContext) => readonly unknown[] | undefined;
}

/** A REST operation that changes something. */
export interface Command<Input = never, Value = never> {
  readonly operation: Operation;
  /** Problem codes that are outcomes a client is told of, not errors. */
  readonly outcomes: readonly string[];
  readonly changes: readonly Change<Input, Value>[];
  /** Milliseconds one attempt may take; the BFF's `attemptTimeoutMs` by default. */
  readonly timeoutMs?: number;
  /** The token it travels with; one of the caller's (`user`) by default. */
  readonly token?: TokenKind;
  /** Only in types. */
  readonly '~types'?: { input: Input; value: Value };
}

export interface CommandOptions<Input, Value> {
  readonly outcomes?: readonly string[];
  readonly changes: readonly Change<Input, Value>[];
  readonly timeoutMs?: number;
  /** `client` and `none` are for services that learn from the input whose it is. */
  readonly token?: TokenKind;
}

/** Describes an operation that changes something; it travels with a token of the caller's, unless `token` says otherwise. */
export function command<Spec>(
  operation: Operation<Spec>,
  options: CommandOptions<OperationInput<Spec>, OperationOutput<Spec>>,
): Command<OperationInput<Spec>, OperationOutput<Spec>> {
  const { outcomes = [], changes, timeoutMs, token } = options;
  if (operation.method === 'GET') {
    throw new TypeError(`command(${operation.service}.${operation.operationId}): GET changes nothing, use a row.`);
  }
  return {
    ...{ operation, outcomes, changes },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(token === undefined ? {} : { token }),
  };
}
