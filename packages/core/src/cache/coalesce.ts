/** Outbound layer: identical GETs under way are one call, and whoever leaves ends the wait for nobody else. */
import type { OutboundLayer, OutboundRequest, OutboundResponse } from '../client/transport.ts';
import { toAskedHeaders } from './asked-headers.ts';

/** A call under way; `waiters` are told by the order they came in. */
interface Flight {
  readonly call: AbortController;
  readonly waiters: Set<Waiter>;
}

interface Waiter {
  readonly signal: AbortSignal;
  readonly leave: () => void;
  readonly resolve: (response: OutboundResponse) => void;
  readonly reject: (reason: unknown) => void;
}

export interface CoalesceOptions {
  /**
   * Whether every change that people make passes through this process. Where other nodes make some, a person's own GETs
   * are never shared, since nothing tells this node what they have changed there; `true` by default.
   */
  readonly isOnlyNode?: boolean;
}

/**
 * Shares a GET that is under way with every caller who asks the same: URL, audience, kind of token, headers and, for `principal`, the
 * caller's token. A caller whose signal aborts rejects at once with its own reason; the call ends when its last waiter
 * leaves. A person's change ends all sharing with what began before it, so that they read their own write; so
 * does any change that a cache knew of when it was asked (`miss`). The call goes out with the first caller's context.
 * Answers are shared, so nobody may change one.
 */
export function createCoalesce({ isOnlyNode = true }: CoalesceOptions = {}): OutboundLayer {
  return (next) => {
    const flights = new Map<string, Flight>();

    function begin(key: string, request: OutboundRequest): Flight {
      const flight: Flight = { call: new AbortController(), waiters: new Set() };
      const end = (tell: (waiter: Waiter) => void) => {
        // Before any waiter goes on: what is asked for afterwards is another call.
        remove(key, flight);
        for (const waiter of flight.waiters) {
          waiter.signal.removeEventListener('abort', waiter.leave);
          tell(waiter);
        }
      };
      next({ ...request, signal: flight.call.signal }).then(
        (response) => end(({ resolve }) => resolve(response)),
        (reason: unknown) => end(({ reject }) => reject(reason)),
      );
      flights.set(key, flight);
      return flight;
    }

    function remove(key: string, flight: Flight): void {
      if (flights.get(key) === flight) flights.delete(key);
    }

    /** What was asked for before a change ended may not know of it, so nobody joins that any more. */
    async function change(request: OutboundRequest): Promise<OutboundResponse> {
      try {
        return await next(request);
      } finally {
        flights.clear();
      }
    }

    function join(key: string, flight: Flight, signal: AbortSignal): Promise<OutboundResponse> {
      return new Promise((resolve, reject) => {
        const leave = () => {
          flight.waiters.delete(waiter);
          reject(signal.reason);
          if (flight.waiters.size > 0) return;
          remove(key, flight);
          flight.call.abort(signal.reason);
        };
        const waiter: Waiter = { signal, leave, resolve, reject };
        flight.waiters.add(waiter);
        signal.addEventListener('abort', leave, { once: true });
      });
    }

    return (request) => {
      const { method, audience, signal } = request;
      if (method !== 'GET') return audience === 'public' ? next(request) : change(request);
      if (audience === 'principal' && !isOnlyNode) return next(request);
      if (signal.aborted) return Promise.reject(signal.reason);
      const key = keyOf(request);
      return join(key, flights.get(key) ?? begin(key, request), signal);
    };
  };
}

/** Text of all that decides an answer. No part but the headers, which delimit themselves, and the last can have a space. */
function keyOf({ origin, path, headers, audience, token, context, miss }: OutboundRequest): string {
  const identity = audience === 'principal' ? context.principal?.token : '';
  return `${audience} ${token} ${identity} ${origin}${path} ${toAskedHeaders(headers)} ${miss?.asOf}`;
}
