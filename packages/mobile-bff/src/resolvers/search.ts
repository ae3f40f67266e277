/** Wiring of the search screen. */
import { column, from } from '@facet/core';
import type { FilterChipResolvers, SearchFilterResolvers, SearchScreenResolvers } from '../generated/resolvers.ts';
import { toChipCount, toFilterKind, toFilterLabel, toFilters, toResultsText, toSortOptions } from '../views/search.ts';

export const SearchScreen: SearchScreenResolvers = {
  total: from(['total'], toResultsText, { reads: ['locale'] }),
  tiles: column('items'),
  filters: from(['facets'], toFilters),
  sorts: from([], toSortOptions, { reads: ['locale'] }),
};

export const SearchFilter: SearchFilterResolvers = {
  kind: from(['name'], toFilterKind),
  label: from(['name'], toFilterLabel, { reads: ['locale'] }),
  chips: column('values'),
};

export const FilterChip: FilterChipResolvers = { count: from(['count'], toChipCount, { reads: ['locale'] }) };
