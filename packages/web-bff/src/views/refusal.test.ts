import { describe, expect, it } from '@jest/globals';
import { toInvalidFields, toMessageOf } from './refusal.ts';

const fieldsOf = (...parameters: string[]) => {
  const errors = parameters.map((parameter) => ({ parameter, detail: 'words of the service' }));
  return toInvalidFields({ problem: { code: 'VALIDATION_FAILED', errors } });
};

describe('toInvalidFields', () => {
  it('names each field once, as the web calls it', () => {
    expect(fieldsOf('totalAmount', 'cardToken', 'totalAmount', 'productIds').map(({ field }) => field)).toEqual([
      'totalMinor',
      'cardToken',
      'productId',
    ]);
  });

  it('has words of its own', () => {
    expect(fieldsOf('addressId')).toEqual([{ field: 'addressId', message: 'Choose one of your addresses.' }]);
  });

  it('leaves out what the web has no field for', () => {
    expect(fieldsOf('items.0.weight', 'constructor', '__proto__')).toEqual([]);
    expect(toInvalidFields({ problem: { code: 'VALIDATION_FAILED' } })).toEqual([]);
  });
});

describe('toMessageOf', () => {
  it('is a sentence', () => {
    expect(toMessageOf('CartEmpty')()).toBe('Your cart is empty.');
  });
});
