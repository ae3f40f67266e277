/** Apollo plugin: reports every operation and every error, and tells the client the trace to quote. */
import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { RequestContext } from '../context/request-context.ts';
import type { Events, OperationEvent } from '../events.ts';
import { auditOperation } from './audit-operations.ts';

const done = Promise.resolve();
const noCodes: readonly string[] = [];
const noCost: OperationCost = {};

type OperationCost = Pick<OperationEvent, 'estimatedCost' | 'actualCost'>;

/** Adds `extensions.traceId` to every error of an answer: what a person quotes to us, and all that we tell of our side. */
export function createOperationTelemetry(
  events: Events,
  costOf: (context: RequestContext, data: unknown) => OperationCost = () => noCost,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => {
      const startedAt = performance.now();
      return Promise.resolve({
        willSendResponse: (answered) => {
          const { contextValue: context, response, operation, operationName } = answered;
          if (response.body.kind !== 'single') return done;
          events.operation({
            context,
            operationName: operationName ?? null,
            operationType: operation?.operation ?? null,
            errorCodes: response.body.singleResult.errors === undefined ? noCodes : reportErrors(answered, events),
            durationMs: performance.now() - startedAt,
            ...costOf(context, response.body.singleResult.data),
          });
          auditOperation(answered, events.audit);
          return done;
        },
      });
    },
  };
}

/** Reports each error and marks it with the trace; returns the codes. */
function reportErrors(answered: GraphQLRequestContext<RequestContext>, events: Events): readonly string[] {
  const { contextValue: context, response, errors: raw = [] } = answered;
  if (response.body?.kind !== 'single') return noCodes;
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
  return codes;
}
