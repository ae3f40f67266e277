import { describe, expect, it } from '@jest/globals';
import { startMs, toHttpDate } from './http-cache.fixture.ts';
import { isAbout, toCondition } from './validator.ts';

const modified = toHttpDate(startMs);

describe('toCondition', () => {
  it.each([
    ['a strong tag', { etag: '"a,b"' }, { 'if-none-match': '"a,b"' }],
    ['a weak one', { etag: 'W/"a"' }, { 'if-none-match': 'W/"a"' }],
    ['a tag rather than a date', { etag: '""', 'last-modified': modified }, { 'if-none-match': '""' }],
    [
      'a date that the answer is a second younger than',
      { 'last-modified': modified, date: toHttpDate(startMs + 1_000) },
      { 'if-modified-since': modified },
    ],
  ])('asks by %s', (_what, headers, condition) => {
    expect(toCondition(headers)).toEqual(condition);
  });

  it.each([
    ['nothing', {}],
    ['a tag without quotes', { etag: 'abc' }],
    ['a tag of other letters', { etag: '"ä"' }],
    ['several tags', { etag: ['"a"', '"b"'] }],
    ['a date of the same second', { 'last-modified': modified, date: modified }],
    ['a date without that of the answer', { 'last-modified': modified }],
    ['a date in another form', { 'last-modified': '2020-01-01', date: modified }],
    ['what is no date', { 'last-modified': 'yesterday', date: modified }],
  ])('cannot ask by %s', (_what, headers) => {
    expect(toCondition(headers)).toBeUndefined();
  });
});

describe('isAbout', () => {
  it.each([
    [true, { etag: '"a"' }, {}],
    [true, { etag: '"a"' }, { etag: 'W/"a"' }],
    [true, { etag: '"a"', 'last-modified': modified }, { 'last-modified': toHttpDate(0) }],
    [true, { 'last-modified': modified }, { 'last-modified': modified }],
    [false, { etag: '"a"' }, { etag: '"b"' }],
    [false, { 'last-modified': modified }, { etag: '"b"' }],
    [false, { 'last-modified': modified }, { 'last-modified': toHttpDate(0) }],
  ])('is %s for %j and a 304 with %j', (expected, kept, notModified) => {
    expect(isAbout(kept, notModified)).toBe(expected);
  });
});
