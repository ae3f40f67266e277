import { describe, expect, it } from '@jest/globals';
import { fromTotalToken, toTotalToken } from './total-token.ts';

describe('fromTotalToken', () => {
  it('gives back the total that the token was made of', () => {
    for (const total of [
      { currency: 'EUR', totalAmount: 0 },
      { currency: 'JPY', totalAmount: 123_456_789 },
    ]) {
      expect(fromTotalToken(toTotalToken(total))).toEqual(total);
    }
  });

  it.each(['', 'EUR', '100', 'EUR.', 'EUR.1.5', 'eur.100', 'EUR.1e9', 'EUR.-1', ' EUR.1', `EUR.${'9'.repeat(13)}`])(
    'refuses %j',
    (token) => {
      expect(() => fromTotalToken(token)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    },
  );
});
