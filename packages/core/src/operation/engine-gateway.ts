/** Plugs the engine into Apollo Server through its `gateway` option. */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { ResolverContext } from '../loaders/loaders.ts';
import type { Execute } from './execute.ts';
import { ownColumn } from './own-column.ts';

/** The context of a request, and what its execution may see of it where that is less. */
export interface OperationContext extends ResolverContext {
  readonly execution?: ResolverContext;
}

type Gateway = NonNullable<ApolloServerOptionsWithGateway<OperationContext>['gateway']>;

/** With a gateway, Apollo asks it for results and leaves the schema's resolvers as they are. */
export function createEngineGateway(schema: GraphQLSchema, execute: Execute, hideSuggestions: boolean): Gateway {
  return {
    onSchemaLoadOrUpdate(load) {
      load({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      // What is thrown is caught by Apollo, and a result that is there already is worth one promise, not two.
      executor: ({ document, request, context }) =>
        Promise.resolve(
          execute({
            schema,
            document,
            contextValue: context.execution ?? context,
            variableValues: request.variables,
            operationName: request.operationName,
            fieldResolver: ownColumn,
            hideSuggestions,
          }),
        ),
    }),
    stop: async () => {},
  };
}
