/** Arguments of the search screen in the words of the catalog. */
import { FacetError } from '@facet/core';
import type { QuerySearchScreenArgs, SearchSort } from '../generated/resolvers.ts';

const maxFirst = 50;
/** The contract's own: 32-bit minor units. */
const maxAmount = 2_147_483_647;

export const sortBySort = {
  RELEVANCE: 'relevance',
  POPULARITY: 'popularity',
  NEWEST: 'newest',
  PRICE_ASCENDING: 'priceAscending',
  PRICE_DESCENDING: 'priceDescending',
} as const satisfies Record<SearchSort, string>;

type SearchArgs = Pick<QuerySearchScreenArgs, 'text' | 'category' | 'brands' | 'price' | 'after'> & {
  readonly isReduced: boolean;
  readonly sort: SearchSort;
  readonly first: number;
};

/**
 * Parameters of the catalog's search. Throws BAD_USER_INPUT for a page size or price range out of bounds; what else the
 * catalog refuses, it refuses itself.
 */
export function toSearchParams(args: SearchArgs) {
  const { text, category, brands, price, isReduced, sort, first, after } = args;
  if (first < 1 || first > maxFirst) {
    throw new FacetError('BAD_USER_INPUT', {
      message: `first must be from 1 to ${maxFirst}, received ${first}. For more, send the answer's \`next\` as \`after\`.`,
      details: { argument: 'first', min: 1, max: maxFirst },
    });
  }
  return {
    q: text,
    categoryIds: category === null || category === undefined ? null : [category],
    brands: brands === null || brands === undefined || brands.length === 0 ? null : [...new Set(brands)],
    ...toPriceRange(price),
    reduced: isReduced ? true : null,
    sort: sortBySort[sort],
    facets: ['category' as const, 'brand' as const, 'price' as const],
    limit: first,
    after,
  };
}

/** `2500-5000`, or `25000-` for no upper end: minor units, as the value of a price facet is written. */
function toPriceRange(price: string | null | undefined) {
  if (price === null || price === undefined) return {};
  const [, lowest, highest] = /^(\d{1,10})-(\d{0,10})$/.exec(price) ?? [];
  const range = { minPriceAmount: Number(lowest), maxPriceAmount: highest === '' ? null : Number(highest) };
  if (range.minPriceAmount <= maxAmount && (range.maxPriceAmount ?? 0) <= maxAmount) return range;
  throw new FacetError('BAD_USER_INPUT', {
    message: 'price must be the value of a chip of the price filter, for example `2500-5000`.',
    details: { argument: 'price' },
  });
}
