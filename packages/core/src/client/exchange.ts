/** One exchange on the wire: what undici tells of it becomes a response or a FacetError. */
import { type Dispatcher, errors } from 'undici';
import { FacetError } from '../errors/facet-error.ts';
import type { OutboundResponse } from './transport.ts';

interface Outcome {
  readonly resolve: (response: OutboundResponse) => void;
  readonly reject: (error: FacetError) => void;
}

const empty = Buffer.alloc(0);

export interface ExchangeLimits {
  /** Still quiet. */
  readonly signal: AbortSignal;
  /** Milliseconds until UPSTREAM_TIMEOUT; as long as it takes by default. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Creates the handler of one dispatch. It collects the body in plain chunks, because a body that can be read as a stream
 * costs as much as parsing it. Rejects as soon as `signal` aborts or the time is over, wherever the request is; the
 * exchange then ends, or, still in the queue, never begins. No listener and no timer outlives it.
 */
export function createExchange(
  { signal, timeoutMs }: ExchangeLimits,
  { resolve, reject }: Outcome,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let controller: Dispatcher.DispatchController | undefined;
  let status = 0;
  let headers: OutboundResponse['headers'] = {};
  let end: FacetError | undefined;

  const stop = (error: FacetError) => {
    settle();
    end = error;
    reject(error);
    controller?.abort(error);
  };
  const onAbort = () => stop(FacetError.from(signal.reason));
  signal.addEventListener('abort', onAbort);
  const timer =
    timeoutMs === undefined ? undefined : setTimeout(() => stop(new FacetError('UPSTREAM_TIMEOUT')), timeoutMs);

  function settle(): void {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }

  return {
    onRequestStart(started) {
      controller = started;
      if (end !== undefined) started.abort(end);
    },
    onResponseStart(_controller, statusCode, given) {
      // The last one counts: informational answers (1xx) come before.
      status = statusCode;
      headers = given;
    },
    onResponseData(_controller, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      settle();
      const body = chunks.length < 2 ? (chunks[0] ?? empty) : Buffer.concat(chunks);
      resolve({ status, headers, body });
    },
    onResponseError(_controller, reason) {
      settle();
      reject(end ?? fromWireError(reason));
    },
  };
}

function fromWireError(reason: unknown): FacetError {
  const isUnreadable =
    reason instanceof errors.ResponseExceededMaxSizeError || reason instanceof errors.HTTPParserError;
  return new FacetError(isUnreadable ? 'UPSTREAM_INVALID_RESPONSE' : 'UPSTREAM_UNAVAILABLE', { cause: reason });
}
