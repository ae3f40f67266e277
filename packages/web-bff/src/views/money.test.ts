import { describe, expect, it } from '@jest/globals';
import { toCompareAtPrice, toPrice } from './money.ts';

describe('money', () => {
  it.each([
    [12990, 'EUR', '129.90'],
    [5, 'EUR', '0.05'],
    [0, 'EUR', '0.00'],
    [1290, 'JPY', '1290'],
    [0, 'JPY', '0'],
    [1290, 'KWD', '1.290'],
    [9007199254740991, 'EUR', '90071992547409.91'],
  ])('writes %i minor units of %s as %s', (priceAmount, currency, amount) => {
    expect(toPrice({ priceAmount, currency })).toEqual({ amount, amountMinor: priceAmount, currency });
  });

  it.each(['abc', 1.5, undefined, Number.NaN])('refuses %p, which is no amount of minor units', (priceAmount) => {
    expect(() => toPrice({ priceAmount: priceAmount as number, currency: 'EUR' })).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE' }),
    );
  });

  it('has no price before a reduction where there is none', () => {
    expect(toCompareAtPrice({ compareAtAmount: null, currency: 'EUR' })).toBeNull();
    expect(toCompareAtPrice({ compareAtAmount: 100, currency: 'EUR' })).toMatchObject({ amount: '1.00' });
  });
});
