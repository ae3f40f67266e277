import { describe, expect, it } from '@jest/globals';
import { DateTime } from './date-time.ts';

describe('DateTime', () => {
  it.each(['2026-03-01T09:30:00Z', '2026-03-01T09:30:00.123Z', '2026-03-01T09:30:00+02:00'])('passes %s on', (text) => {
    expect(DateTime.serialize(text)).toBe(text);
    expect(DateTime.parseValue(text)).toBe(text);
  });

  it.each(['', '2026-03-01', '2026-13-01T00:00:00Z', 'yesterday', 1_772_000_000, null])('refuses %j', (value) => {
    expect(() => DateTime.serialize(value)).toThrow('RFC 3339');
  });
});
