/** The resolver of fields without a binding: a column of their parent. */
import { defaultFieldResolver, type GraphQLFieldResolver, isNonNullType } from 'graphql';
import { FacetError } from '../errors/facet-error.ts';

/** As graphql-js's own, but a column that the schema promises and the service left out is UPSTREAM_INVALID_RESPONSE. */
export const ownColumn: GraphQLFieldResolver<unknown, unknown> = (parent, args, context, info) => {
  const value = defaultFieldResolver(parent, args, context, info);
  if ((value !== undefined && value !== null) || !isNonNullType(info.returnType)) return value;
  throw new FacetError('UPSTREAM_INVALID_RESPONSE', {
    cause: new Error(`${info.parentType.name}.${info.fieldName} has no value`),
  });
};
