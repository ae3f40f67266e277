/** Apollo plugin: reports every operation and every error, and tells the client the trace to quote. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../context/request-context.ts';
import type { Events } from '../events.ts';

/** Adds `extensions.traceId` to every error of an answer: what a person quotes to us, and all that we tell of our side. */
export function createOperationTelemetry(events: Events): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async ({ contextValue: context }) => {
      const startedAt = performance.now();
      return {
        willSendResponse: async ({ response, errors: raw = [], operation, operationName }) => {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          const shown = singleResult.errors ?? [];
          const codes = shown.map((error) => String(error.extensions?.code));
          for (const [index, error] of raw.entries()) {
            events.error({
              context,
              code: codes[index] ?? 'INTERNAL_SERVER_ERROR',
              path: error.path,
              error: error.originalError ?? error,
            });
          }
          if (shown.length > 0) {
            const { traceId } = context.trace;
            singleResult.errors = shown.map((error) => ({ ...error, extensions: { ...error.extensions, traceId } }));
          }
          events.operation({
            context,
            operationName: operationName ?? null,
            operationType: operation?.operation ?? null,
            durationMs: performance.now() - startedAt,
            errorCodes: codes,
          });
        },
      };
    },
  };
}
