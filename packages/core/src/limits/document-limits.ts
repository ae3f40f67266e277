/** Apollo plugin: refuses operations that are too deep or have too much in them, and requests with too many variables. */
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../context/request-context.ts';
import { type DocumentLimitSettings, documentLimitCodes, findDocumentExcesses } from './document-excesses.ts';
import type { Enforcement, Excess } from './enforcement.ts';
import { findVariablesExcess, type VariableLimits } from './variables-size.ts';

export interface DocumentLimitsOptions {
  readonly settings: DocumentLimitSettings & VariableLimits;
  readonly enforcement: Enforcement;
}

const done = Promise.resolve();

/**
 * Looks at the operation that a request means, after validation and before its variables are read. What an operation has
 * is found out once, as long as Apollo keeps the document. Too many tokens are refused by the parser; here, they are only
 * measured.
 */
export function createDocumentLimits(options: DocumentLimitsOptions): ApolloServerPlugin<RequestContext> {
  const { settings, enforcement } = options;
  const known = new WeakMap<OperationDefinitionNode, readonly Excess[]>();
  const codes = documentLimitCodes.filter(enforcement.isOn);
  const areVariablesLimited = enforcement.isOn('MAX_VARIABLES');

  function excessesOf(document: DocumentNode, operation: OperationDefinitionNode): readonly Excess[] {
    const before = known.get(operation);
    if (before !== undefined) return before;
    const excesses = findDocumentExcesses(document, operation, settings, codes);
    known.set(operation, excesses);
    return excesses;
  }

  const listener: GraphQLRequestListener<RequestContext> = {
    didResolveOperation({ document, operation, operationName, request, contextValue }) {
      if (operation === undefined) return done;
      const inDocument = excessesOf(document, operation);
      const inVariables = areVariablesLimited ? findVariablesExcess(request.variables, operation, settings) : undefined;
      if (inDocument.length === 0 && inVariables === undefined) return done;
      const excesses = inVariables === undefined ? inDocument : [...inDocument, inVariables];
      enforcement.apply(excesses, operationName, contextValue);
      return done;
    },
  };
  const listening = Promise.resolve(listener);
  return { requestDidStart: () => listening };
}
