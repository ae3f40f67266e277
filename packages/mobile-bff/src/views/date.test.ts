import { describe, expect, it } from '@jest/globals';
import { toDateText } from './date.ts';

describe('toDateText', () => {
  it.each([
    ['en-GB', '12 Mar 2026'],
    ['en-US', 'Mar 12, 2026'],
    ['de-DE', '12. März 2026'],
    ['fr-FR', '12 mars 2026'],
  ])('writes a date for %s, the same in every time zone', (locale, text) => {
    expect(toDateText('2026-03-12T23:59:59.000Z', locale)).toBe(text);
  });

  it('refuses what is no date as an answer that cannot be used', () => {
    expect(() => toDateText('soon', 'en-GB')).toThrow(expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE' }));
  });
});
