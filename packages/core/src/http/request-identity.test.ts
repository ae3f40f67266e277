import { describe, expect, it } from '@jest/globals';
import { givenIdempotencyKey, newIdempotencyKey, toRequestId, toTrace } from './request-identity.ts';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('toRequestId', () => {
  it.each(['order-2026-1', 'a:b.c_d-e'])('takes %j over', (id) => {
    expect(toRequestId({ headers: { 'x-request-id': id } })).toBe(id);
  });

  it.each([undefined, '', 'short', 'with space', 'x'.repeat(129), 'line\nbreak'])('makes one instead of %j', (id) => {
    expect(toRequestId({ headers: { 'x-request-id': id as string } })).toMatch(uuid);
  });
});

describe('toTrace', () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

  it.each([
    ['01', true],
    ['00', false],
  ])('continues a trace with flags %s', (flags, sampled) => {
    expect(toTrace({ traceparent: `00-${traceId}-00f067aa0ba902b7-${flags}` })).toEqual({ traceId, sampled });
  });

  it.each([undefined, 'x', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, `00-${traceId}-${'0'.repeat(16)}-01`])(
    'begins one instead of %j',
    (traceparent) => {
      const trace = toTrace({ traceparent: traceparent as string });
      expect(trace.traceId).toMatch(/^[\da-f]{32}$/);
      expect(trace.traceId).not.toBe(traceId);
    },
  );
});

describe('givenIdempotencyKey', () => {
  it("takes the caller's, and makes one where there is none", () => {
    expect(givenIdempotencyKey({ 'idempotency-key': 'order-7' })).toBe('order-7');
    expect(givenIdempotencyKey({})).toBeUndefined();
    expect(newIdempotencyKey()).toMatch(uuid);
  });

  it.each(['', 'with space', 'x'.repeat(201), 'ümlaut'])('refuses %j', (key) => {
    expect(() => givenIdempotencyKey({ 'idempotency-key': key })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
