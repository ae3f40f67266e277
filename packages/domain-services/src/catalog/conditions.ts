// What a search filters by, as SQL; one condition a filter, so that a facet can leave out its own.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { operations } from '../generated/catalog.ts';
import { toPattern } from './search-text.ts';

export type SearchQuery = NonNullable<operations['searchProducts']['parameters']['query']>;
type Condition = RawBuilder<SqlBool>;

export interface SearchConditions {
  readonly words: Condition;
  readonly category: Condition;
  readonly brand: Condition;
  readonly price: Condition;
  readonly reduced: Condition;
}

const always = sql<SqlBool>`1 = 1`;

export const every = (conditions: readonly Condition[]) => sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

export const contains = (column: string, word: string) =>
  sql<SqlBool>`${sql.ref(column)} like ${toPattern(word)} escape '\\'`;

/** The categories and all below them. */
const inCategories = (ids: readonly string[]) => sql<SqlBool>`category_id in (
  with recursive below (id) as (
    select id from categories where id in (${sql.join(ids)})
    union select categories.id from categories join below on categories.parent_id = below.id)
  select id from below)`;

// PostgreSQL has no text with this character; a brand has not either.
const withoutNul = (text: string) => text.replaceAll('\0', '');

/** Filters that the query does not use are always true. */
export function toConditions(query: SearchQuery, words: readonly string[]): SearchConditions {
  const { categoryIds, brands, minPriceAmount: lowest, maxPriceAmount: highest, reduced } = query;
  return {
    words: words.length > 0 ? every(words.map((word) => contains('search_text', word))) : always,
    category: categoryIds ? inCategories(categoryIds) : always,
    brand: brands ? sql`brand in (${sql.join(brands.map(withoutNul))})` : always,
    price: every([
      lowest === undefined ? always : sql`price_amount >= ${lowest}`,
      highest === undefined ? always : sql`price_amount <= ${highest}`,
    ]),
    reduced: reduced === undefined ? always : sql`reduced = ${reduced ? 1 : 0}`,
  };
}
