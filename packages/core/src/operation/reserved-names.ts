/** Apollo plugin: refuses documents whose operations or fragments have names that GraphQL reserves. */
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind } from 'graphql';
import type { ResolverContext } from '../loaders/loaders.ts';

/**
 * Names that begin with two underscores are reserved (GraphQL specification, 2.1.9). Refused before validation, since
 * rules that keep fragments in plain objects fall over `__proto__`.
 */
export function createReservedNames(): ApolloServerPlugin<ResolverContext> {
  return {
    requestDidStart: async () => ({
      validationDidStart: async ({ document }) => assertNames(document),
    }),
  };
}

function assertNames(document: DocumentNode): void {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { name } = definition;
    if (name === undefined || !name.value.startsWith('__')) continue;
    throw new GraphQLError(`Name "${name.value}" must not begin with "__", which is reserved by GraphQL. Rename it.`, {
      nodes: name,
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
    });
  }
}
