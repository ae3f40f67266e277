import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OutboundResponse } from '../client/transport.ts';
import { startMs, toHttpDate } from './http-cache.fixture.ts';
import { toFreshness } from './response-freshness.ts';

const source = { service: 'catalog', operationId: 'listProducts', origin: 'http://catalog', path: '/' };
const freshnessOf = (headers: OutboundResponse['headers']) => toFreshness(source, headers, startMs);
const fresh = (seconds: number) => ({ isStorable: true, freshUntil: startMs + seconds * 1_000, sources: [source] });
const notStorable = { isStorable: false, freshUntil: 0, sources: [source] };

describe('toFreshness', () => {
  it.each([
    ['max-age', { 'cache-control': 'max-age=60' }, 60],
    ['s-maxage before max-age', { 'cache-control': 'max-age=60, s-maxage=10' }, 10],
    ['max-age before Expires', { 'cache-control': 'max-age=60', expires: '0' }, 60],
    ['Age taken off', { 'cache-control': 'max-age=60', age: '25' }, 35],
    ['the first of several Ages', { 'cache-control': 'max-age=60', age: ['25', '5'] }, 35],
    ['no Age that is no number', { 'cache-control': 'max-age=60', age: '-5' }, 60],
    ['none older than its lifetime', { 'cache-control': 'max-age=60', age: '61' }, 0],
    ['Expires', { expires: toHttpDate(startMs + 60_000), date: toHttpDate(startMs) }, 60],
    ['Expires by the clock of the service', { expires: toHttpDate(70_000), date: toHttpDate(10_000) }, 60],
    ['Expires by its own clock without a Date', { expires: toHttpDate(startMs + 60_000) }, 60],
    ['Expires that has passed', { expires: toHttpDate(startMs - 1_000), date: toHttpDate(startMs) }, 0],
    ['Expires that is no date', { expires: '0' }, 0],
    ['names in capitals', { 'cache-control': 'Public, Max-Age=60' }, 60],
    ['quoted numbers', { 'cache-control': 'max-age="60"' }, 60],
    ['several lines', { 'cache-control': ['public', 'max-age=60'] }, 60],
    ['the first of two lifetimes', { 'cache-control': 'max-age=0, max-age=60' }, 0],
    ['no lifetime that is no number', { 'cache-control': 'max-age=1h' }, 0],
    ['no lifetime inside of quotes', { 'cache-control': 'max-age=5, note="a, s-maxage=60"' }, 5],
    ['must-revalidate', { 'cache-control': 'max-age=60, must-revalidate, proxy-revalidate' }, 60],
    ['no-cache', { 'cache-control': 'no-cache, max-age=60' }, 0],
    ['no-cache of one header', { 'cache-control': 'max-age=60, No-Cache="set-cookie"' }, 0],
    ['Pragma where there is no Cache-Control', { pragma: 'No-Cache', expires: toHttpDate(startMs + 60_000) }, 0],
    ['no time of grace', { 'cache-control': 'max-age=1, stale-while-revalidate=60, stale-if-error=60' }, 1],
    ['nothing by guessing', { 'last-modified': toHttpDate(0), date: toHttpDate(startMs) }, 0],
    ['nothing for immutable', { 'cache-control': 'immutable' }, 0],
    ['nothing with a cookie', { 'cache-control': 'max-age=60', 'set-cookie': 'a=b' }, 0],
    ['what says nothing', {}, 0],
    ['what varies on what is sent', { 'cache-control': 'max-age=60', vary: 'Accept, X-Tenant' }, 60],
    ['a year at most', { 'cache-control': `max-age=${'9'.repeat(400)}` }, 31_536_000],
  ])('heeds %s', (_what, headers, seconds) => {
    expect(freshnessOf(headers)).toEqual(fresh(seconds));
  });

  it.each([
    ['no-store', { 'cache-control': 'No-Store, max-age=60' }],
    ['no-store with an argument', { 'cache-control': 'no-store="", max-age=60' }],
    ['private', { 'cache-control': 'private, max-age=60' }],
    ['private headers', { 'cache-control': 'max-age=60, private="a, b"' }],
    ['what varies on everything', { 'cache-control': 'max-age=60', vary: 'accept, *' }],
    ['what varies on the token', { 'cache-control': 'max-age=60', vary: ['Accept', 'Authorization'] }],
    ['what varies on each request', { 'cache-control': 'max-age=60', vary: 'X-Request-Id' }],
  ])('lets nobody keep %s', (_what, headers) => {
    expect(freshnessOf(headers)).toEqual(notStorable);
  });

  it('reads every header, however it is written', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('max-age=5', 'private', '"', '=', ',', 's-maxage', '*'));
    const value = fc.oneof(
      text,
      fc.array(text),
      fc.array(text).map((parts) => parts.join(' , ')),
    );
    const names = ['cache-control', 'pragma', 'expires', 'date', 'age', 'vary', 'set-cookie'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (headers) => {
        const { isStorable, freshUntil } = freshnessOf(headers);
        if (isStorable) expect(freshUntil).toBeGreaterThanOrEqual(startMs);
        else expect(freshUntil).toBe(0);
      }),
    );
  });
});
