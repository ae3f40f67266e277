/** What the search screen says about the products found. */
import type { Facet, FacetValue } from '@facet/sources';
import type { FilterKind, SortOption } from '../generated/resolvers.ts';
import { toCounted, toCountText } from './count.ts';
import type { LocaleInput } from './formats.ts';
import { phrasesOf } from './phrases.ts';
import { sortBySort } from './search-params.ts';

const kinds: Readonly<Record<Facet['name'], FilterKind>> = { category: 'CATEGORY', brand: 'BRAND', price: 'PRICE' };

/** `1,204 results`. */
export function toResultsText({ total }: { total: number }, _args: unknown, { locale }: LocaleInput): string {
  return toCounted(total, 'results', locale);
}

/** The facets that leave a choice. */
export function toFilters({ facets }: { facets: readonly Facet[] }): Facet[] {
  return facets.filter(({ values }) => values.length > 0);
}

export function toFilterKind({ name }: Pick<Facet, 'name'>): FilterKind {
  return kinds[name];
}

export function toFilterLabel({ name }: Pick<Facet, 'name'>, _args: unknown, { locale }: LocaleInput): string {
  return phrasesOf(locale).filters[name];
}

export function toChipCount({ count }: Pick<FacetValue, 'count'>, _args: unknown, { locale }: LocaleInput): string {
  return toCountText(count, locale);
}

/** The orders of the search, in the order of its enum. */
export function toSortOptions(_search: unknown, _args: unknown, { locale }: LocaleInput): SortOption[] {
  const labels = phrasesOf(locale).sorts;
  return Object.entries(sortBySort).map(([sort, name]) => ({ sort: sort as SortOption['sort'], label: labels[name] }));
}
