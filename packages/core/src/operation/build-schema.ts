/** SDL and bindings become the executable schema; what does not fit together is refused at start. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { assertDirectives, directivesSdl } from './directives.ts';

/** SDL text, or several that together make the schema. */
export type TypeDefs = string | readonly string[];

/** Type name → field name → function or `{ resolve, extensions }`; scalars and `__resolveType` as graphql-tools has them. */
// biome-ignore lint/suspicious/noExplicitAny: the types of resolvers are checked where they are written
export type Resolvers = Readonly<Record<string, any>>;

/**
 * Adds the definitions of the directives that Facet knows.
 * Throws a TypeError that names the first directive whose arguments are not right, the first binding without a field, or
 * the first abstract type without `__resolveType`.
 */
export function buildSchema(typeDefs: TypeDefs, resolvers: Resolvers): GraphQLSchema {
  try {
    const schema = makeExecutableSchema({
      typeDefs: [directivesSdl, typeDefs].flat() as string[],
      resolvers,
      resolverValidationOptions: {
        requireResolversToMatchSchema: 'error',
        requireResolversForResolveType: 'error',
      },
    });
    assertDirectives(schema);
    return schema;
  } catch (cause) {
    throw new TypeError(`SDL and resolvers do not fit: ${(cause as Error).message}`, { cause });
  }
}
