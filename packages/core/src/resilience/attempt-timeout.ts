/** Outbound layer: ends one attempt at a service after its time. */
import type { OutboundLayer } from '../client/transport.ts';
import { FacetError } from '../errors/facet-error.ts';

export interface AttemptTimeoutOptions {
  /** Milliseconds from sending the request to the end of the answer's body, unless the request has its own. */
  readonly timeoutMs: number;
}

/** An attempt that takes longer is aborted and throws UPSTREAM_TIMEOUT; the caller's own signal keeps its reason. */
export function createAttemptTimeout({ timeoutMs }: AttemptTimeoutOptions): OutboundLayer {
  return (next) => async (request) => {
    const attempt = new AbortController();
    const onCallerGone = () => attempt.abort(request.signal.reason);
    const timer = setTimeout(() => attempt.abort(new FacetError('UPSTREAM_TIMEOUT')), request.timeoutMs ?? timeoutMs);
    request.signal.addEventListener('abort', onCallerGone, { once: true });
    try {
      return await next({ ...request, signal: attempt.signal });
    } finally {
      clearTimeout(timer);
      request.signal.removeEventListener('abort', onCallerGone);
    }
  };
}
