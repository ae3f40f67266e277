import { describe, expect, it } from '@jest/globals';
import { toItemCount, toLinePrice, toLines, toUnitPrice } from './line.ts';

const item = { productId: 'prd-0001', name: 'Pan', quantity: 3, unitAmount: 1050, lineAmount: 3150 };

describe('toLines', () => {
  it('gives each item the currency that its prices are in', () => {
    const [line] = toLines({ items: [item], currency: 'JPY' });
    expect(line).toEqual({ ...item, currency: 'JPY' });
    expect(line && toUnitPrice(line)).toEqual({ amount: '1050', amountMinor: 1050, currency: 'JPY' });
    expect(line && toLinePrice(line)).toEqual({ amount: '3150', amountMinor: 3150, currency: 'JPY' });
  });
});

describe('toItemCount', () => {
  it('counts pieces, not lines', () => {
    expect(toItemCount({ items: [] })).toBe(0);
    expect(toItemCount({ items: [item, { quantity: 2 }] })).toBe(5);
  });
});
