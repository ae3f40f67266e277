import { describe, expect, it } from '@jest/globals';
import type { OutboundRequest, Send } from '../client/transport.ts';
import { createAttemptTimeout } from './attempt-timeout.ts';

describe('createAttemptTimeout', () => {
  it.each([
    ['its own time', 900, 900],
    ['the time that all have', undefined, 500],
  ])('gives an attempt %s', async (_what, given, expected) => {
    const seen: (number | undefined)[] = [];
    const next: Send = async ({ timeoutMs }) => {
      seen.push(timeoutMs);
      return { status: 200, headers: {}, body: new Uint8Array() };
    };
    const request = (given === undefined ? {} : { timeoutMs: given }) as OutboundRequest;
    await createAttemptTimeout({ timeoutMs: 500 })(next)(request);
    expect(seen).toEqual([expected]);
  });
});
