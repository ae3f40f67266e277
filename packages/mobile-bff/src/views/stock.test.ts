import { describe, expect, it } from '@jest/globals';
import { toStockLabel, toStockStatus } from './stock.ts';

const restockAt = '2026-03-12T08:00:00.000Z';

describe('toStockLabel', () => {
  it.each([
    ['inStock', null, 'en-GB', 'In stock'],
    ['lowStock', restockAt, 'en-GB', 'Only 3 left'],
    ['outOfStock', null, 'en-GB', 'Sold out'],
    ['outOfStock', restockAt, 'en-GB', 'Back on 12 Mar 2026'],
    ['lowStock', null, 'de-DE', 'Nur noch 3 da'],
    ['outOfStock', restockAt, 'en-US', 'Back on Mar 12, 2026'],
  ] as const)('says %s, restocked %s, for %s', (status, expected, locale, label) => {
    expect(toStockLabel({ status, available: 3, restockAt: expected }, {}, { locale })).toBe(label);
  });
});

describe('toStockStatus', () => {
  it('writes statuses as GraphQL enums are written', () => {
    expect(toStockStatus({ status: 'lowStock' })).toBe('LOW_STOCK');
  });
});
