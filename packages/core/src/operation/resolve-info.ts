/** What a resolver is told besides its parent, arguments and context. */
import type { GraphQLResolveInfo } from 'graphql';
import type { NextLevel } from './next-level.ts';
import { infoPathOf, type Key, type Place } from './place.ts';

/**
 * `info` of the field for the value at a key of a place. A plain object, made for each call, since resolvers may keep
 * it or spread it. Its path is that of the field, not of an item in its list.
 */
export function toInfo({ run, field }: NextLevel, place: Place, key: Key): GraphQLResolveInfo {
  const { plan, rootValue, variableValues } = run.inputs;
  let parent = place;
  let name = key;
  while (parent.type === undefined && parent.parent !== null) {
    name = parent.key;
    parent = parent.parent;
  }
  return {
    fieldName: field.definition.name,
    fieldNodes: field.nodes,
    returnType: field.definition.type,
    parentType: field.parentType,
    path: infoPathOf(parent, name),
    schema: plan.schema,
    fragments: plan.fragments,
    rootValue,
    operation: plan.operation,
    variableValues,
  };
}
