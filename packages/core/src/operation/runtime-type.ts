/** The object type of a value of an interface or union (GraphQL specification, 6.4.3). */
import { type GraphQLAbstractType, GraphQLError, type GraphQLObjectType, isObjectType } from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import type { NextLevel } from './next-level.ts';

/** Checks the name that `resolveType` gave; throws a GraphQLError with graphql-js's words when it is none of a possible type. */
export function toRuntimeType(
  { run, field }: NextLevel,
  abstract: GraphQLAbstractType,
  name: unknown,
  value: unknown,
): GraphQLObjectType {
  const { schema } = run.inputs.plan;
  const { nodes } = field;
  const fieldName = `${field.parentType.name}.${field.definition.name}`;
  const mustResolve = `Abstract type "${abstract.name}" must resolve to an Object type at runtime for field "${fieldName}"`;
  if (name === null || name === undefined) {
    throw new GraphQLError(
      `${mustResolve}. Either the "${abstract.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  }
  if (isObjectType(name)) {
    throw new GraphQLError(
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
    );
  }
  if (typeof name !== 'string') {
    throw new GraphQLError(`${mustResolve} with value ${inspect(value)}, received "${inspect(name)}".`);
  }
  const type = schema.getType(name);
  if (type === undefined) {
    const what = `a type "${name}" that does not exist inside the schema`;
    throw new GraphQLError(`Abstract type "${abstract.name}" was resolved to ${what}.`, { nodes });
  }
  if (!isObjectType(type)) {
    throw new GraphQLError(`Abstract type "${abstract.name}" was resolved to a non-object type "${name}".`, { nodes });
  }
  if (!schema.isSubType(abstract, type)) {
    const message = `Runtime Object type "${type.name}" is not a possible type for "${abstract.name}".`;
    throw new GraphQLError(message, { nodes });
  }
  return type;
}
