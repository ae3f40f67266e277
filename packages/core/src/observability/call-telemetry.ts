/** Outbound layer: passes request id and trace on to the service, and reports how the call ended. */
import { randomUUID } from 'node:crypto';
import type { Audience, OutboundLayer } from '../client/transport.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { CallEvent, Events } from '../events.ts';

/** What a status says to this audience, where it is no value. */
export type ToCode = (status: number, audience: Audience) => ErrorCode;

/** Adds `x-request-id` and `traceparent` (W3C Trace Context) to every request. */
export function createCallTelemetry(events: Events, toCode: ToCode): OutboundLayer {
  return (next) => async (request) => {
    const { context, service, operationId, audience } = request;
    const { traceId, sampled } = context.trace;
    const headers = {
      ...request.headers,
      'x-request-id': context.requestId,
      traceparent: `00-${traceId}-${toSpanId(randomUUID())}-${sampled ? '01' : '00'}`,
    };
    const startedAt = performance.now();
    const report = (outcome: Pick<CallEvent, 'status' | 'code'>) =>
      events.call({ context, service, operationId, durationMs: performance.now() - startedAt, ...outcome });
    try {
      const response = await next({ ...request, headers });
      const { status } = response;
      report(status < 400 ? { status } : { status, code: toCode(status, audience) });
      return response;
    } catch (reason) {
      const { code } = FacetError.from(reason);
      report({ code });
      throw reason;
    }
  };
}

/** 16 random digits of a UUID, without those that say its version (RFC 9562, 5.4); several times as fast as random bytes. */
function toSpanId(uuid: string): string {
  return uuid.slice(0, 8) + uuid.slice(28);
}
