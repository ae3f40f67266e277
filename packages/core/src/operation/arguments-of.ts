/** Arguments of a field, coerced. */
import { getArgumentValues } from 'graphql';
import type { FieldPlan } from './plan.ts';

/** A new object each time, since resolvers may change theirs. Throws a GraphQLError that points to what does not fit. */
export function argumentsOf(
  { definition, nodes }: FieldPlan,
  variableValues: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (definition.args.length === 0) return {};
  return getArgumentValues(definition, nodes[0] as FieldPlan['nodes'][number], variableValues);
}
