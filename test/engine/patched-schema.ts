/** Changes a schema in place, for executors that do something else at each of its fields. */
import {
  defaultFieldResolver,
  execute,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Executor } from './compare/observe.ts';
import type { Run } from './generate/run.ts';

export type Resolver = GraphQLFieldResolver<unknown, Run, Record<string, unknown>>;

/** Object types of a schema, without those of introspection. */
export function objectTypesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  ) as never;
}

/** Fields of its object types and interfaces. */
export function fieldsOf(schema: GraphQLSchema): GraphQLField<unknown, Run>[] {
  const faces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  return [...objectTypesOf(schema), ...faces].flatMap((type) => Object.values(type.getFields()));
}

/** Executes by graphql-js with every resolver of the schema wrapped; it needs a schema of its own each time. */
export function withResolvers(wrap: (resolve: Resolver) => Resolver): Executor {
  return (args) => {
    for (const field of fieldsOf(args.schema)) {
      field.resolve = wrap((field.resolve as Resolver | undefined) ?? args.fieldResolver ?? defaultFieldResolver);
    }
    return execute(args);
  };
}
