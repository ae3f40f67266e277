// Finds products by words and filters, in several orders, with counts of what the filters would leave.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Collection, Order } from '../collections/collection.ts';
import { type PageOf, readPage } from '../collections/read-page.ts';
import { defaultLimit } from '../collections/selection.ts';
import type { components } from '../generated/catalog.ts';
import { badParameter } from '../problem.ts';
import { contains, every, type SearchQuery, toConditions } from './conditions.ts';
import { countFacets } from './facets.ts';
import { toSearchWords } from './search-text.ts';
import type { CatalogTables, ProductRow } from './tables.ts';

type Facet = components['schemas']['Facet'];
const maxWords = 10;

const orderBySort: Readonly<Record<NonNullable<SearchQuery['sort']>, Order>> = {
  relevance: { columns: ['score', 'popularity', 'id'], direction: 'desc' },
  popularity: { columns: ['popularity', 'id'], direction: 'desc' },
  newest: { columns: ['created_at', 'id'], direction: 'desc' },
  priceAscending: { columns: ['price_amount', 'id'], direction: 'asc' },
  priceDescending: { columns: ['price_amount', 'id'], direction: 'desc' },
};

/** A word counts 8 in the name, 4 in the brand, 2 in the tags and 1 in the description alone. */
function toScore(words: readonly string[]): RawBuilder<number> {
  if (words.length === 0) return sql<number>`0`;
  const scores = words.map(
    (word) => sql`case when ${contains('name_text', word)} then 8 when ${contains('brand_text', word)} then 4
      when ${contains('tags_text', word)} then 2 else 1 end`,
  );
  return sql<number>`${sql.join(scores, sql` + `)}`;
}

/** A function that answers one search; `toProduct` makes an item of a row with `columns`. */
export function createSearch<Product>(
  db: Kysely<CatalogTables>,
  columns: readonly string[],
  toProduct: (row: ProductRow) => Product,
): (query: SearchQuery) => Promise<PageOf<Product> & { facets: Facet[] }> {
  return async (query) => {
    const words = toSearchWords(query.q ?? '');
    if (words.length > maxWords) throw badParameter('q', `must have at most ${maxWords} different words`);
    const { sort = 'relevance', facets: names = [], limit = defaultLimit, after } = query;
    const conditions = toConditions(query, words);
    const found: Collection = {
      from: sql`(select products.*, ${toScore(words)} as score from products) as item`,
      columns,
      id: 'id',
      order: sort === 'relevance' && words.length === 0 ? orderBySort.popularity : orderBySort[sort],
      filter: every(Object.values(conditions)),
    };
    const [page, facets] = await Promise.all([
      readPage(db, found, { by: 'page', limit, after }, toProduct),
      countFacets(db, names, conditions),
    ]);
    return { ...page, facets };
  };
}
