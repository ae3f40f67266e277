/** The wire: one HTTP exchange with a service through undici, nothing retried, nothing interpreted. */
import { Agent, Pool } from 'undici';
import type { Freshness } from '../context/freshness.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { Handler, Layer } from '../layer.ts';
import { createExchange } from './exchange.ts';

/** Whose answer it is: `public` is the same for everybody, `principal` belongs to the caller. */
export type Audience = 'public' | 'principal';

/** Which token a call needs: one of the caller's, the BFF's own, or none. */
export type TokenKind = 'user' | 'client' | 'none';

/** One HTTP request, as it goes over the wire. */
export interface WireRequest {
  readonly origin: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds the exchange may take, UPSTREAM_TIMEOUT afterwards; as long as it takes by default. */
  readonly timeoutMs?: number | undefined;
}

/** One call of an operation, as the outbound layers see it. */
export interface OutboundRequest extends WireRequest {
  readonly service: string;
  readonly operationId: string;
  readonly audience: Audience;
  /** By default `user` for `principal`, `client` for `public`. */
  readonly token?: TokenKind | undefined;
  /** What the token must allow. */
  readonly scopes?: readonly string[] | undefined;
  readonly context: RequestContext;
  /** Set where a cache was asked and has no answer that may be given without asking the service. */
  readonly miss?: CacheMiss;
}

/** How things stood when a cache had no answer. */
export interface CacheMiss {
  /** Differs wherever something has changed in between: such requests are never one call, whatever they ask for. */
  readonly asOf: string;
}

export interface OutboundResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
  /** What may be done with it; only a cache by URL says so, and only of a 200 to a public GET. */
  readonly freshness?: Freshness;
  /** What the body says, once somebody has read it: an answer that calls share is read once. */
  json?: { readonly value: unknown };
}

export type Send = Handler<OutboundRequest, OutboundResponse>;
export type OutboundLayer = Layer<OutboundRequest, OutboundResponse>;

/** In PEM: whom to trust, by default whom Node trusts, and for mutual TLS the certificate to show and its key. */
export interface TlsParts {
  readonly ca?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

export interface TransportOptions {
  /** By origin. */
  readonly tls?: Readonly<Record<string, TlsParts>>;
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

/** Whatever the environment says (`NODE_TLS_REJECT_UNAUTHORIZED`, `--tls-min-v1.0`). */
const strictTls = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;

/**
 * Creates the connection pools to the services; the caller closes them.
 * `send` throws UPSTREAM_UNAVAILABLE when no answer came, UPSTREAM_INVALID_RESPONSE when it cannot be read, and the
 * signal's own reason when that ended the exchange.
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const { maxConnections = 64, maxResponseBytes = 1_000_000, tls = {} } = options;
  const agent = new Agent({
    factory: (origin, given) => new Pool(origin, { ...given, connect: { ...strictTls, ...tls[String(origin)] } }),
    connections: maxConnections,
    maxResponseSize: maxResponseBytes,
    // Every exchange has a signal or a time of its own; undici's have a granularity of a second.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  function send({ origin, path, method, headers, body, signal, timeoutMs }: WireRequest): Promise<OutboundResponse> {
    if (signal.aborted) return Promise.reject(FacetError.from(signal.reason));
    return new Promise((resolve, reject) => {
      const request = { origin, path, method: method as 'GET', headers, body: body ?? null };
      agent.dispatch(request, createExchange({ signal, timeoutMs }, { resolve, reject }));
    });
  }

  return { send, close: () => agent.close() };
}
