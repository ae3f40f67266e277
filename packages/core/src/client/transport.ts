/** The wire: one HTTP exchange with a service through undici, nothing retried, nothing interpreted. */
import { Agent, errors } from 'undici';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { Handler, Layer } from '../layer.ts';

/** Whose answer it is: `public` is the same for everybody, `principal` belongs to the caller. */
export type Audience = 'public' | 'principal';

/** One HTTP request, as it goes over the wire. */
export interface WireRequest {
  readonly origin: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** One call of an operation, as the outbound layers see it. */
export interface OutboundRequest extends WireRequest {
  readonly service: string;
  readonly operationId: string;
  readonly audience: Audience;
  readonly context: RequestContext;
  /** Milliseconds one attempt may take, where the operation is known to take longer than others. */
  readonly timeoutMs?: number;
}

export interface OutboundResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

export type Send = Handler<OutboundRequest, OutboundResponse>;
export type OutboundLayer = Layer<OutboundRequest, OutboundResponse>;

export interface TransportOptions {
  /** Connections kept to one service; 64 by default. */
  readonly maxConnections?: number;
  /** Longest body that is read, 1 MB by default; a longer one is UPSTREAM_INVALID_RESPONSE. */
  readonly maxResponseBytes?: number;
}

export interface Transport {
  readonly send: Handler<WireRequest, OutboundResponse>;
  /** Ends idle connections at once and waits for exchanges under way. */
  close(): Promise<void>;
}

/**
 * Creates the connection pools to the services; the caller closes them.
 * `send` throws UPSTREAM_UNAVAILABLE when no answer came, UPSTREAM_INVALID_RESPONSE when it cannot be read, and the
 * signal's own reason when that ended the exchange.
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const { maxConnections = 64, maxResponseBytes = 1_000_000 } = options;
  const agent = new Agent({
    connections: maxConnections,
    maxResponseSize: maxResponseBytes,
    // Backstops only: deadlines come from signals, these have a granularity of a second.
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
  });

  async function send(request: WireRequest): Promise<OutboundResponse> {
    try {
      const answer = await agent.request({
        origin: request.origin,
        path: request.path,
        method: request.method as 'GET',
        headers: request.headers,
        body: request.body ?? null,
        signal: request.signal,
      });
      const body = await answer.body.bytes();
      return { status: answer.statusCode, headers: answer.headers, body };
    } catch (reason) {
      throw fromTransportError(reason, request.signal);
    }
  }

  return { send, close: () => agent.close() };
}

function fromTransportError(reason: unknown, signal: AbortSignal): FacetError {
  if (signal.aborted) return FacetError.from(signal.reason);
  if (reason instanceof errors.ResponseExceededMaxSizeError || reason instanceof errors.HTTPParserError) {
    return new FacetError('UPSTREAM_INVALID_RESPONSE', { cause: reason });
  }
  return new FacetError('UPSTREAM_UNAVAILABLE', { cause: reason });
}
