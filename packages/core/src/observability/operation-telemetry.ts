/** Apollo plugin: reports every operation and every error, and tells the client the trace to quote. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { Events } from '../events.ts';

/** Adds `extensions.traceId` to every error of an answer: what a person quotes to us, and all that we tell of our side. */
export function createOperationTelemetry(events: Events): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async ({ contextValue: context }) => {
      const startedAt = performance.now();
      return {
        didEncounterErrors: async ({ errors }) => {
          for (const error of errors) {
            const original = error.originalError ?? error;
            const code =
              original instanceof FacetError ? original.code : String(error.extensions.code ?? 'INTERNAL_SERVER_ERROR');
            events.error({ context, code, path: error.path, error: original });
          }
        },
        willSendResponse: async ({ response, operation, operationName }) => {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          if (response.body.kind === 'single' && errors.length > 0) {
            const { traceId } = context.trace;
            response.body.singleResult.errors = errors.map((error) => ({
              ...error,
              extensions: { ...error.extensions, traceId },
            }));
          }
          events.operation({
            context,
            operationName: operationName ?? null,
            operationType: operation?.operation ?? null,
            durationMs: performance.now() - startedAt,
            errorCodes: errors.map((error) => String(error.extensions?.code)),
          });
        },
      };
    },
  };
}
