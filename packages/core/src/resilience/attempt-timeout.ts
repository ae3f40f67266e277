/** Outbound layer: gives one attempt at a service its time. */
import type { OutboundLayer } from '../client/transport.ts';

export interface AttemptTimeoutOptions {
  /** Milliseconds from sending the request to the end of the answer's body, unless the request has its own. */
  readonly timeoutMs: number;
}

/** The wire ends an attempt that takes longer, with UPSTREAM_TIMEOUT; the caller's own signal keeps its reason. */
export function createAttemptTimeout({ timeoutMs }: AttemptTimeoutOptions): OutboundLayer {
  return (next) => (request) => next(request.timeoutMs === undefined ? { ...request, timeoutMs } : request);
}
