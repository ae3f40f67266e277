// Counts how the products found spread over categories, brands and prices.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { components } from '../generated/catalog.ts';
import { every, type SearchConditions } from './conditions.ts';
import type { CatalogTables } from './tables.ts';

type Facet = components['schemas']['Facet'];
type FacetValue = components['schemas']['FacetValue'];
type CountRow = { facet: string; value: string; label: string; total: number };

const maxValues = 100;

// Both ends belong to a range, as they do to the filter that a caller makes of it.
const priceRanges = [
  { lowest: 0, highest: 2500, label: 'Up to €25' },
  { lowest: 2500, highest: 5000, label: '€25 to €50' },
  { lowest: 5000, highest: 10_000, label: '€50 to €100' },
  { lowest: 10_000, highest: 25_000, label: '€100 to €250' },
  { lowest: 25_000, highest: undefined, label: '€250 and more' },
];
const priceValues = priceRanges.map(({ lowest, highest }) => `${lowest}-${highest ?? ''}`);

const countPrices = (condition: RawBuilder<unknown>) =>
  sql.join(
    priceRanges.map(({ lowest, highest, label }, index) => {
      const ceiling = highest === undefined ? sql`` : sql`and price_amount <= ${sql.lit(highest)}`;
      return sql`select 'price' as facet, ${sql.lit(priceValues[index] ?? '')} as value, ${sql.lit(label)} as label,
        count(*) as total from matching where ${condition} and price_amount >= ${sql.lit(lowest)} ${ceiling}`;
    }),
    sql` union all `,
  );

/** Each leaves out the condition on its own property. */
const countsByName: Readonly<Record<Facet['name'], (conditions: SearchConditions) => RawBuilder<unknown>>> = {
  category: ({ brand, price }) => sql`
    select 'category' as facet, categories.id as value, categories.name as label, counted.total as total
    from (select category_id, count(*) as total from matching where ${every([brand, price])} group by category_id)
      as counted join categories on categories.id = counted.category_id`,
  brand: ({ category, price }) => sql`
    select 'brand' as facet, brand as value, brand as label, count(*) as total
    from matching where ${every([category, price])} group by brand`,
  price: ({ category, brand }) => countPrices(every([category, brand])),
};

function toValues(name: Facet['name'], rows: readonly CountRow[]): FacetValue[] {
  const values = rows
    .map(({ value, label, total }) => ({ value, label, count: total }))
    .filter(({ count }) => count > 0);
  if (name === 'price') return values.sort((a, b) => priceValues.indexOf(a.value) - priceValues.indexOf(b.value));
  return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, maxValues);
}

/** The named facets, in the order named, with one statement; values without products are left out. */
export async function countFacets(
  db: Kysely<CatalogTables>,
  names: readonly Facet['name'][],
  conditions: SearchConditions,
): Promise<Facet[]> {
  if (names.length === 0) return [];
  const counts = names.map((name) => countsByName[name](conditions));
  const { rows } = await sql<CountRow>`
    with matching as materialized (
      select category_id, brand, price_amount from products where ${every([conditions.words, conditions.reduced])})
    ${sql.join(counts, sql` union all `)}`.execute(db);
  return names.map((name) => ({
    name,
    values: toValues(
      name,
      rows.filter((row) => row.facet === name),
    ),
  }));
}
