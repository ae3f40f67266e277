/** A service as an object: one method per operation of its contract, named by `operationId`. */
import type { Call, CallOptions } from './call.ts';
import type { Operation, OperationInput, OperationOutput } from './operation.ts';

type SpecOf<O> = O extends Operation<infer Spec> ? Spec : never;

export type ServiceClient<Operations> = {
  readonly [Id in keyof Operations]: (
    input: OperationInput<SpecOf<Operations[Id]>>,
    options: CallOptions,
  ) => Promise<OperationOutput<SpecOf<Operations[Id]>>>;
};

/** Creates the typed client of one service from its generated table of operations; lives as long as the process. */
export function createServiceClient<Operations extends Readonly<Record<string, Operation>>>(
  operations: Operations,
  call: Call,
): ServiceClient<Operations> {
  const methods = Object.entries(operations).map(([id, operation]) => [
    id,
    (input: never, options: CallOptions) => call(operation, input, options),
  ]);
  return Object.fromEntries(methods) as ServiceClient<Operations>;
}
