import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OutboundRequest, Send } from '../client/transport.ts';
import { FacetError } from '../errors/facet-error.ts';
import { createAttemptTimeout } from './attempt-timeout.ts';

/** A service that never answers: the attempt ends with the signal's reason. */
const hang: Send = ({ signal }) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

function attempt(next: Send, caller = new AbortController()) {
  return createAttemptTimeout({ timeoutMs: 500 })(next)({ signal: caller.signal } as OutboundRequest);
}

describe('createAttemptTimeout', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('ends an attempt after its time with UPSTREAM_TIMEOUT', async () => {
    const outcome = expect(attempt(hang)).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    jest.advanceTimersByTime(500);
    await outcome;
  });

  it('gives an attempt the time of its own operation', async () => {
    const request = { signal: new AbortController().signal, timeoutMs: 900 } as OutboundRequest;
    let ended = false;
    const outcome = createAttemptTimeout({ timeoutMs: 500 })(hang)(request).catch(() => {
      ended = true;
    });
    await jest.advanceTimersByTimeAsync(899);
    expect(ended).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await outcome;
    expect(ended).toBe(true);
  });

  it("keeps the caller's reason when the caller leaves first", async () => {
    const caller = new AbortController();
    const outcome = expect(attempt(hang, caller)).rejects.toMatchObject({ code: 'CANCELED' });
    caller.abort(new FacetError('CANCELED'));
    await outcome;
  });

  it('leaves no timer behind', async () => {
    await attempt(async () => ({ status: 200, headers: {}, body: new Uint8Array() }));
    expect(jest.getTimerCount()).toBe(0);
  });
});
