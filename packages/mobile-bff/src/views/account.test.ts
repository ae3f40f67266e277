import { describe, expect, it } from '@jest/globals';
import { toAddressLines } from './account.ts';

const address = {
  id: 'adr-0001',
  accountId: 'acc-001',
  label: 'Home',
  recipient: 'Ada Novak',
  street: 'Hauptstraße 7',
  postalCode: '10827',
  city: 'Berlin',
  country: 'DE',
  isDefault: false,
};
const lines = (items: (typeof address)[], locale = 'en-GB') => toAddressLines({ items }, {}, { locale });

describe('toAddressLines', () => {
  it('takes the default address', () => {
    const items = [address, { ...address, recipient: 'Ada at work', isDefault: true }];
    expect(lines(items)[0]).toBe('Ada at work');
  });

  it('takes the first where none is the default, and names its country in the language', () => {
    expect(lines([address], 'fr-FR')).toEqual(['Ada Novak', 'Hauptstraße 7', '10827 Berlin', 'Allemagne']);
  });

  it('is empty without addresses', () => {
    expect(lines([])).toEqual([]);
  });

  it('shows a country it does not know as it is written', () => {
    expect(lines([{ ...address, country: 'de?' }])[3]).toBe('de?');
  });
});
