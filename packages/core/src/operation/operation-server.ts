/** The one construction of ApolloServer: how a document becomes an answer. */
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { ExecutionResult, GraphQLSchema, ValidationRule } from 'graphql';
import type { Settings } from '../config/settings.ts';
import { createEngineGateway, type OperationContext } from './engine-gateway.ts';
import type { Execute } from './execute.ts';
import { nameByText, namedByText, toNotSupported } from './named-by-text.ts';
import { stringifyResult } from './replay.ts';
import { toPublicError } from './to-public-error.ts';

/** Selections that fragments may unfold to; stops documents that double themselves before any other rule walks them. */
const maxRecursiveSelections = 2_000;

export interface OperationServerOptions {
  readonly schema: GraphQLSchema;
  readonly execute: Execute;
  readonly settings: Pick<Settings, 'environment' | 'maxTokens' | 'limitModes'>;
  /** Rules for documents that passed the rules of the GraphQL specification. */
  readonly validationRules: readonly ValidationRule[];
  readonly plugins: readonly ApolloServerPlugin<OperationContext>[];
  /** Keeps valid documents. */
  readonly documentStore: NonNullable<ApolloServerOptions<OperationContext>['documentStore']>;
}

/** Creates the server and starts it; the caller stops it. */
export async function createOperationServer(options: OperationServerOptions): Promise<ApolloServer<OperationContext>> {
  const { schema, execute, settings, validationRules, plugins, documentStore } = options;
  const isOpen = settings.environment !== 'production';
  const areTokensEnforced = (settings.limitModes?.MAX_TOKENS ?? 'enforce') === 'enforce';
  const server = new ApolloServer<OperationContext>({
    gateway: createEngineGateway(schema, execute, !isOpen),
    documentStore,
    introspection: isOpen,
    validationOptions: { hideSuggestions: !isOpen },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    persistedQueries: namedByText,
    maxRecursiveSelections,
    parseOptions: areTokensEnforced ? { maxTokens: settings.maxTokens } : {},
    validationRules: [...validationRules],
    formatError: (formatted, error) => toPublicError(toNotSupported(formatted), error),
    stringifyResult: (result) => stringifyResult(result as ExecutionResult),
    plugins: [
      // Apollo's cache control wraps every field's resolver, which costs more than the execution itself.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      isOpen ? ApolloServerPluginLandingPageLocalDefault({ footer: false }) : ApolloServerPluginLandingPageDisabled(),
      nameByText,
      ...plugins,
    ],
  });
  await server.start();
  return server;
}
