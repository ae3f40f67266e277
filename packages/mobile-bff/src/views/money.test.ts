import { describe, expect, it } from '@jest/globals';
import { toOldPriceText, toPriceText } from './money.ts';

const price = (priceAmount: number, currency: string, locale: string) =>
  toPriceText({ priceAmount, currency }, {}, { locale });

describe('toPriceText', () => {
  it.each([
    [4_990, 'EUR', 'en-GB', '€49.90'],
    [4_990, 'EUR', 'de-DE', '49,90\u00a0€'],
    [123_456, 'USD', 'en-US', '$1,234.56'],
    [4_990, 'JPY', 'en-US', '¥4,990'],
    [1_234, 'KWD', 'en-GB', 'KWD\u00a01.234'],
    [0, 'EUR', 'en-GB', '€0.00'],
  ])('writes %s minor units of %s for %s', (amount, currency, locale, text) => {
    expect(price(amount, currency, locale)).toBe(text);
  });

  it.each([
    [Number.NaN, 'EUR'],
    [49.9, 'EUR'],
    [4_990, 'euros'],
    [4_990, '€€€'],
  ])('refuses %s %s as an answer that cannot be used', (amount, currency) => {
    expect(() => price(amount, currency, 'en-GB')).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE', cause: expect.anything() }),
    );
  });
});

describe('toOldPriceText', () => {
  it('is there only where the price came down', () => {
    const old = (compareAtAmount: number | null) =>
      toOldPriceText({ priceAmount: 4_990, compareAtAmount, currency: 'EUR' }, {}, { locale: 'en-GB' });
    expect([null, 4_000, 4_990, 6_000].map(old)).toEqual([null, null, null, '€60.00']);
  });
});
