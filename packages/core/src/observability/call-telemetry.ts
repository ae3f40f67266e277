/** Outbound layer: passes request id and trace on to the service, and reports how the call ended. */
import { randomBytes } from 'node:crypto';
import type { OutboundLayer, OutboundResponse } from '../client/transport.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { Events } from '../events.ts';

/** Adds `x-request-id` and `traceparent` (W3C Trace Context) to every request. */
export function createCallTelemetry(events: Events): OutboundLayer {
  return (next) => async (request) => {
    const { context, service, operationId } = request;
    const { traceId, sampled } = context.trace;
    const spanId = randomBytes(8).toString('hex');
    const headers = {
      ...request.headers,
      'x-request-id': context.requestId,
      traceparent: `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`,
    };
    const startedAt = performance.now();
    const report = (outcome: Pick<OutboundResponse, 'status'> | Pick<FacetError, 'code'>) =>
      events.call({ context, service, operationId, durationMs: performance.now() - startedAt, ...outcome });
    try {
      const response = await next({ ...request, headers });
      report({ status: response.status });
      return response;
    } catch (reason) {
      const { code } = FacetError.from(reason);
      report({ code });
      throw reason;
    }
  };
}
