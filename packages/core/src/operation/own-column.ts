/** The resolver of fields without a binding: a column of their parent. */
import { defaultFieldResolver, type GraphQLFieldResolver, isNonNullType } from 'graphql';
import { missingColumn } from '../loaders/missing-column.ts';

/** As graphql-js's own, but a column that the schema promises and the service left out is UPSTREAM_INVALID_RESPONSE. */
export const ownColumn: GraphQLFieldResolver<unknown, unknown> = (parent, args, context, info) => {
  const value = defaultFieldResolver(parent, args, context, info);
  if ((value !== undefined && value !== null) || !isNonNullType(info.returnType)) return value;
  throw missingColumn(info.parentType.name, info.fieldName);
};

/** Whether fields without a resolver of their own read the column of their name, and nothing else. */
export function readsOwnColumn(fieldResolver: GraphQLFieldResolver<unknown, unknown>): boolean {
  return fieldResolver === ownColumn || fieldResolver === defaultFieldResolver;
}
