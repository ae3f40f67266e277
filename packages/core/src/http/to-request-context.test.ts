import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toRequestContext } from './to-request-context.ts';

const requestOf = (headers: Record<string, string>) => ({ id: 'request-1', headers }) as unknown as FastifyRequest;

function contextOf(headers: Record<string, string> = {}, request = requestOf(headers)) {
  const lines: object[] = [];
  const reply = { raw: { closed: true, writableFinished: true } } as unknown as FastifyReply;
  const context = toRequestContext(request, reply, {
    principal: null,
    deadline: 1_000,
    toLocale: (accepted) => accepted ?? 'en-GB',
    createLog: (fields) => {
      lines.push(fields);
      return { debug() {}, info() {}, warn() {}, error() {} };
    },
  });
  return { context, lines };
}

describe('toRequestContext', () => {
  it('reads what the headers tell', () => {
    const { context } = contextOf({
      'accept-language': 'de-DE',
      'apollographql-client-name': 'web',
      'idempotency-key': 'order-7',
    });
    const { requestId, locale, client, idempotencyKey, deadline, principal } = context;
    expect({ requestId, locale, client, idempotencyKey, deadline, principal }).toEqual({
      requestId: 'request-1',
      locale: 'de-DE',
      client: { name: 'web', version: undefined },
      idempotencyKey: 'order-7',
      deadline: 1_000,
      principal: null,
    });
  });

  it('refuses a bad idempotency key at once', () => {
    expect(() => contextOf({ 'idempotency-key': 'with space' })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });

  it('has the trace of its request, which may have had a context before', () => {
    const request = requestOf({});
    expect(contextOf({}, request).context.trace).toBe(contextOf({}, request).context.trace);
  });

  it.each(['trace', 'signal', 'idempotencyKey', 'log'] as const)('has one %s, in copies too', (name) => {
    const { context, lines } = contextOf();
    const copy = Object.assign(Object.create(Object.getPrototypeOf(context)), context);
    expect(copy[name]).toBe(context[name]);
    expect(context[name]).toBe(context[name]);
    expect(lines).toEqual(name === 'log' ? [{ requestId: 'request-1', traceId: context.trace.traceId }] : []);
  });
});
