/** Plans of operations for tests, with variables as the engine has them. */
import { type GraphQLSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { createExecute, type ExecutionReport } from '../index.ts';
import type { OperationPlan } from '../operation/plan.ts';

const enough = new Error('the plan is there');

/** Compiles an operation and executes nothing of it. */
export function toPlan(
  schema: GraphQLSchema,
  text: string,
  variables: Readonly<Record<string, unknown>> = {},
): { readonly plan: OperationPlan; readonly variables: Readonly<Record<string, unknown>> } {
  const document = parse(text);
  const definitions = getOperationAST(document)?.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(schema, definitions, variables);
  if (coerced === undefined) throw new Error(`${errors}`);
  let found: ExecutionReport | undefined;
  const onExecute = (report: ExecutionReport) => {
    found = report;
    throw enough;
  };
  try {
    createExecute({ onExecute })({ schema, document, variableValues: variables });
  } catch (reason) {
    if (reason !== enough) throw reason;
  }
  if (found?.plan === undefined) throw new Error('There is no plan.');
  return { plan: found.plan, variables: coerced };
}
