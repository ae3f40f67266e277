import { describe, expect, it } from '@jest/globals';
import { FacetError } from '../errors/facet-error.ts';
import { codeFromStatus, fromResponse } from './from-response.ts';
import { problemOf } from './problem.ts';

const json = { 'content-type': 'application/json; charset=utf-8' };
const answer = (status: number, body: string | Uint8Array, headers: Record<string, string> = json) => ({
  status,
  headers,
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
});
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return error instanceof FacetError ? error.code : `no FacetError: ${error}`;
  }
  return 'no error';
};

describe('fromResponse', () => {
  it('reads JSON of a 2xx answer', () => {
    expect(fromResponse(answer(200, '{"a":1}'), 'public')).toEqual({ a: 1 });
  });

  it('gives nothing for 204', () => {
    expect(fromResponse(answer(204, '', {}), 'public')).toBeUndefined();
  });

  it.each([
    ['HTML', answer(200, '<html>', { 'content-type': 'text/html' })],
    ['no content type', answer(200, '{}', {})],
    ['truncated JSON', answer(200, '{"a":')],
    ['NaN', answer(200, 'NaN')],
    ['an empty body', answer(200, '')],
    ['invalid UTF-8', answer(200, new Uint8Array([0x22, 0xff, 0xfe, 0x22]))],
  ])('refuses %s as UPSTREAM_INVALID_RESPONSE', (_what, response) => {
    expect(codeOf(() => fromResponse(response, 'public'))).toBe('UPSTREAM_INVALID_RESPONSE');
  });

  it('keeps what the service said in the cause and out of the message', () => {
    try {
      fromResponse(answer(500, 'postgres://admin:secret@db'), 'public');
      throw new Error('expected an error');
    } catch (error) {
      expect((error as FacetError).message).not.toContain('secret');
      expect((error as FacetError).cause).toEqual({ status: 500, body: 'postgres://admin:secret@db' });
    }
  });
});

describe('problemOf', () => {
  const thrownBy = (status: number, body: string, type = 'application/problem+json') => {
    try {
      return fromResponse(answer(status, body, { 'content-type': type }), 'principal');
    } catch (error) {
      return error as FacetError;
    }
  };

  it('is the problem that the service sent, whatever its members', () => {
    const error = thrownBy(409, '{"code":"OUT_OF_STOCK","available":[]}');
    expect(problemOf(error)).toEqual({ code: 'OUT_OF_STOCK', available: [] });
    expect(error).toMatchObject({ code: 'CONFLICT', details: undefined });
  });

  it.each([
    ['no code', '{"title":"x"}', undefined],
    ['no JSON', '<html>', undefined],
    ['null', 'null', undefined],
    ['another type', '{"code":"X"}', 'application/json'],
  ])('is nothing for a refusal with %s', (_what, body, type) => {
    expect(problemOf(thrownBy(409, body, type))).toBeUndefined();
  });

  it('says when a key was used for something else', () => {
    expect(thrownBy(422, '{"code":"IDEMPOTENCY_KEY_REUSED"}')).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

describe('codeFromStatus', () => {
  it('has a code for every status', () => {
    for (let status = 100; status < 1_000; status++) {
      expect(typeof codeFromStatus(status, 'public')).toBe('string');
    }
  });

  it.each([
    [400, 'BAD_USER_INPUT', 'BAD_USER_INPUT'],
    [401, 'UPSTREAM_UNAVAILABLE', 'UNAUTHENTICATED'],
    [403, 'UPSTREAM_UNAVAILABLE', 'FORBIDDEN'],
    [404, 'NOT_FOUND', 'NOT_FOUND'],
    [409, 'CONFLICT', 'CONFLICT'],
    [429, 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_UNAVAILABLE'],
    [302, 'UPSTREAM_INVALID_RESPONSE', 'UPSTREAM_INVALID_RESPONSE'],
    [500, 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_UNAVAILABLE'],
    [504, 'UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT'],
  ] as const)('%i is %s for the BFF and %s for the caller', (status, forBff, forCaller) => {
    expect([codeFromStatus(status, 'public'), codeFromStatus(status, 'principal')]).toEqual([forBff, forCaller]);
  });
});
