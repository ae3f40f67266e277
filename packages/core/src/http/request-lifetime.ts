/** How long a request may live: until its answer is sent, its caller leaves or its deadline passes. */
import type { ServerResponse } from 'node:http';
import { FacetError } from '../errors/facet-error.ts';

export interface RequestLifetime {
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/**
 * Derives the signal of a request from its reply: the reply's close before it was written is the caller's leaving, while
 * the request's own close event comes with every request that was read. Timer and listener end with the reply.
 */
export function createRequestLifetime(reply: ServerResponse, deadline: number): RequestLifetime {
  const controller = new AbortController();
  const lifetime = { signal: controller.signal, deadline };
  if (reply.closed) {
    if (!reply.writableFinished) controller.abort(new FacetError('CANCELED'));
    return lifetime;
  }
  const leftMs = Math.max(0, deadline - Date.now());
  const timer = setTimeout(() => controller.abort(new FacetError('DEADLINE_EXCEEDED')), leftMs);
  reply.once('close', () => {
    clearTimeout(timer);
    if (!reply.writableFinished) controller.abort(new FacetError('CANCELED'));
  });
  return lifetime;
}
