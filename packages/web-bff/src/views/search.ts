/** Searches: arguments as the catalog takes them, facets as the web filters by them. */
import { FacetError } from '@facet/core';
import type { Facet } from '@facet/sources';
import type { ProductFilter, QueryBrowseArgs, QuerySearchArgs } from '../generated/resolvers.ts';
import { fromPageArgs, maxSearchPage } from './connection.ts';
import { fromGlobalIdOf, toGlobalId } from './global-id.ts';

const maxCategories = 100;
const maxBrands = 50;
const maxBrandLength = 100;
const maxTextLength = 200;

const sorts = {
  RELEVANCE: 'relevance',
  POPULARITY: 'popularity',
  NEWEST: 'newest',
  PRICE_ASCENDING: 'priceAscending',
  PRICE_DESCENDING: 'priceDescending',
} as const;
const facetNames = { CATEGORY: 'category', BRAND: 'brand', PRICE: 'price' } as const;
const facetNamesOfWeb = { category: 'CATEGORY', brand: 'BRAND', price: 'PRICE' } as const;

/** Arguments that have a default are always there. */
type Given<Args, Defaulted extends keyof Args> = Args & { [Name in Defaulted]-?: NonNullable<Args[Name]> };
type Defaulted = 'sort' | 'first' | 'facets';

/** Throws BAD_USER_INPUT for what the catalog would refuse. */
export function fromSearchArgs(args: Given<QuerySearchArgs, Defaulted>) {
  const { text, filter } = args;
  if (text.length > maxTextLength) throw refused('text', `has at most ${maxTextLength} characters`);
  return { q: text.toWellFormed(), ...fromFilter(filter, toCategoryIds(filter)), ...fromListArgs(args) };
}

/** Throws BAD_USER_INPUT for what the catalog would refuse, and for categories given twice. */
export function fromBrowseArgs(args: Given<QueryBrowseArgs, Defaulted>) {
  const { categoryId, filter } = args;
  const narrowed = toCategoryIds(filter);
  if (categoryId === null || categoryId === undefined) {
    return { ...fromFilter(filter, narrowed), ...fromListArgs(args) };
  }
  if (narrowed !== undefined) throw refused('categoryId', 'cannot be given together with filter.categoryIds');
  const categoryIds = [fromGlobalIdOf('Category', categoryId, 'categoryId')];
  return { ...fromFilter(filter, categoryIds), ...fromListArgs(args) };
}

function fromListArgs(args: Given<Pick<QueryBrowseArgs, Defaulted | 'after'>, Defaulted>) {
  const facets = [...new Set(args.facets)].map((name) => facetNames[name]);
  return {
    sort: sorts[args.sort],
    facets: facets.length === 0 ? undefined : facets,
    ...fromPageArgs(args, maxSearchPage),
  };
}

function fromFilter(filter: ProductFilter | null | undefined, categoryIds: string[] | undefined) {
  const { brands, minPriceMinor, maxPriceMinor, reduced } = filter ?? {};
  assertPrice('filter.minPriceMinor', minPriceMinor);
  assertPrice('filter.maxPriceMinor', maxPriceMinor);
  return {
    categoryIds,
    brands: toBrands(brands),
    minPriceAmount: minPriceMinor,
    maxPriceAmount: maxPriceMinor,
    reduced,
  };
}

function toCategoryIds(filter: ProductFilter | null | undefined): string[] | undefined {
  const globalIds = filter?.categoryIds;
  if (globalIds === null || globalIds === undefined) return undefined;
  assertCount('filter.categoryIds', globalIds, maxCategories);
  return [...new Set(globalIds.map((id) => fromGlobalIdOf('Category', id, 'filter.categoryIds')))];
}

function toBrands(brands: readonly string[] | null | undefined): string[] | undefined {
  if (brands === null || brands === undefined) return undefined;
  assertCount('filter.brands', brands, maxBrands);
  if (brands.some((brand) => brand === '' || brand.length > maxBrandLength)) {
    throw refused('filter.brands', `takes brands of 1 to ${maxBrandLength} characters`);
  }
  return [...new Set(brands.map((brand) => brand.toWellFormed()))];
}

/** A filter by none of something would find nothing, which nobody means. */
function assertCount(argument: string, values: readonly unknown[], maximum: number): void {
  if (values.length >= 1 && values.length <= maximum) return;
  throw refused(argument, `takes 1 to ${maximum} values, received ${values.length}; leave it out to filter by none`);
}

function assertPrice(argument: string, amount: number | null | undefined): void {
  if (typeof amount === 'number' && amount < 0) throw refused(argument, `is 0 or more, received ${amount}`);
}

function refused(argument: string, problem: string): FacetError {
  return new FacetError('BAD_USER_INPUT', { message: `Argument ${argument} ${problem}.`, details: { argument } });
}

/** A category's value becomes its global id, so that every value can be given back as a filter. */
export function toFacets({ facets }: { readonly facets: readonly Facet[] }) {
  return facets.map(({ name, values }) => ({
    name: facetNamesOfWeb[name],
    values:
      name === 'category' ? values.map((each) => ({ ...each, value: toGlobalId('Category', each.value) })) : values,
  }));
}
