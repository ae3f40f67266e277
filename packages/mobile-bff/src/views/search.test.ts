import { describe, expect, it } from '@jest/globals';
import { toFilters, toResultsText, toSortOptions } from './search.ts';

describe('search', () => {
  it.each([
    [0, 'en-GB', 'No results'],
    [1, 'en-GB', '1 result'],
    [1_204, 'en-GB', '1,204 results'],
    [1_204, 'fr-FR', '1\u202f204 résultats'],
    [0, 'de-AT', 'Keine Treffer'],
  ])('counts %s results for %s', (total, locale, text) => {
    expect(toResultsText({ total }, {}, { locale })).toBe(text);
  });

  it('leaves out filters without a choice', () => {
    const values = [{ value: 'Lumora', label: 'Lumora', count: 2 }];
    const facets = [
      { name: 'category' as const, values: [] },
      { name: 'brand' as const, values },
    ];
    expect(toFilters({ facets })).toEqual([{ name: 'brand', values }]);
  });

  it('offers every order in the language', () => {
    expect(toSortOptions({}, {}, { locale: 'de-DE' })[0]).toEqual({ sort: 'RELEVANCE', label: 'Beste Treffer' });
    expect(toSortOptions({}, {}, { locale: 'en-GB' })).toHaveLength(5);
  });
});
