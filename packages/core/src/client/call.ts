/** Calls operations of services by their contract: input in, typed body out. */
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { fromResponse } from './from-response.ts';
import type { Operation, OperationInput, OperationOutput } from './operation.ts';
import { toRequestTarget } from './request-target.ts';
import type { Audience, Send } from './transport.ts';

export interface CallOptions {
  readonly context: RequestContext;
  readonly audience: Audience;
  /** Milliseconds one attempt may take; the BFF's `attemptTimeoutMs` by default. */
  readonly timeoutMs?: number;
}

/**
 * Sends one request for one operation.
 * Rejects with a FacetError whose code says what the service did.
 */
export type Call = <Spec>(
  operation: Operation<Spec>,
  input: OperationInput<Spec>,
  options: CallOptions,
) => Promise<OperationOutput<Spec>>;

/** Binds calls to the origins of the services and to an outbound chain. Throws a TypeError for a service without origin. */
export function createCall(origins: Readonly<Record<string, string>>, send: Send): Call {
  return async <Spec>(operation: Operation<Spec>, input: OperationInput<Spec>, options: CallOptions) => {
    const origin = origins[operation.service];
    if (origin === undefined) {
      throw new TypeError(
        `Operation ${operation.operationId} belongs to service '${operation.service}', which has no origin; configured are ${Object.keys(origins).join(', ')}.`,
      );
    }
    const { context, audience, timeoutMs } = options;
    if (context.signal.aborted) throw FacetError.from(context.signal.reason);
    const target = toRequestTarget(operation, input as Record<string, unknown>);
    const response = await send({
      service: operation.service,
      operationId: operation.operationId,
      origin,
      method: operation.method,
      path: target.path,
      headers: { accept: 'application/json', ...target.headers },
      ...(target.body === undefined ? {} : { body: target.body }),
      audience,
      context,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      signal: context.signal,
    });
    return fromResponse(response, audience) as OperationOutput<Spec>;
  };
}
