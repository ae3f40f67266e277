// Fills the catalog: departments, their categories, and products made from each category's assortment.
import type { Kysely } from 'kysely';
import { insertRows } from '../database/insert-rows.ts';
import {
  dayMs,
  numbersTo,
  productCategories,
  productCount,
  productsPerCategory,
  seedNow,
  toProductCategory,
  toProductFacts,
  toProductId,
} from '../seeding/master-data.ts';
import { createRandom, type Random } from '../seeding/random.ts';
import type { CategoryAssortment, Colour, Department } from './assortment/assortment.ts';
import { departments } from './assortment/departments.ts';
import { describeProduct } from './describe-product.ts';
import type { StoredImage } from './images.ts';
import { toSearchText } from './search-text.ts';
import type { CatalogTables, CategoryRow, ProductRow, RelatedProductRow } from './tables.ts';

interface Place {
  readonly department: Department;
  readonly assortment: CategoryAssortment;
  /** A series and a type for each of the category's products, no pair twice. */
  readonly names: readonly (readonly [series: string, type: string])[];
}

const toCategoryId = (slug: string) => `cat-${slug}`;
const toSlug = (text: string) =>
  toSearchText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const imageViews = ['from the front', 'at an angle', 'in detail', 'beside a second one'];

function toPlaces(): Map<string, Place> {
  const places = departments.flatMap((department) =>
    department.categories.map((assortment): [string, Place] => {
      const pairs = department.series.flatMap((series) => assortment.types.map((type) => [series, type] as const));
      const names = createRandom(`names ${assortment.slug}`).sample(pairs, productsPerCategory);
      return [assortment.slug, { department, assortment, names }];
    }),
  );
  return new Map(places);
}

/** Shop prices: some cents below the euro when small, whole euros when large. */
function toShopPrice(euros: number): number {
  return euros < 100 ? Math.max(1, Math.floor(euros)) * 100 + 90 : Math.round(euros) * 100;
}

function toPrices(random: Random, [lowest, highest]: readonly [number, number]) {
  const euros = lowest + (highest - lowest) * random.next() ** 1.8;
  const price = toShopPrice(euros);
  const before = random.chance(0.2) ? toShopPrice(euros / (1 - random.integer(10, 40) / 100)) : null;
  return { price_amount: price, compare_at_amount: before, reduced: before === null ? 0 : 1 };
}

function toImages(random: Random, id: string, name: string, colour: Colour): StoredImage[] {
  const views = imageViews.slice(0, random.integer(2, 4));
  return views.map((view, index) => ({
    id: `${id}-${index + 1}`,
    alt: `${name} in ${colour.toLowerCase()}, ${view}`,
    width: 960,
    height: index === 3 ? 720 : 960,
  }));
}

function toProduct(number: number, { department, assortment, names }: Place): ProductRow {
  const id = toProductId(number);
  const random = createRandom(`product ${number}`);
  const { launchedAt, demand } = toProductFacts(number);
  const [series, type] = names[Math.floor((number - 1) / productCategories.length)] as readonly [string, string];
  const name = `${series} ${type}`;
  const brand = random.pick(assortment.brands);
  const colour = random.pick(assortment.colours);
  const values = Object.entries(assortment.attributes).map(([key, options]) => [key, random.pick(options)] as const);
  const attributes = Object.fromEntries(values);
  const topics = random.sample(assortment.tags, random.integer(2, 4));
  const tags = [...new Set([...topics, assortment.name.toLowerCase(), colour.toLowerCase()])];
  const description = describeProduct(random, department, assortment, { series, type, attributes });
  const updatedAt = Math.max(launchedAt, seedNow - random.integer(1, 45) * dayMs - random.integer(0, 86_000) * 1000);
  const tagText = tags.join(' ');
  return {
    id,
    slug: toSlug(`${name} ${colour}`),
    name,
    description,
    brand,
    category_id: toCategoryId(assortment.slug),
    ...toPrices(random, assortment.price),
    currency: 'EUR',
    images: JSON.stringify(toImages(random, id, name, colour)),
    attributes: JSON.stringify([...values, ['Colour', colour]].map(([key, value]) => ({ name: key, value }))),
    tags: JSON.stringify(tags),
    popularity: Math.round(demand * 480) + random.integer(0, 12),
    created_at: new Date(launchedAt).toISOString(),
    updated_at: new Date(updatedAt).toISOString(),
    name_text: toSearchText(name),
    brand_text: toSearchText(brand),
    tags_text: toSearchText(tagText),
    search_text: toSearchText([name, brand, tagText, description].join(' ')),
  };
}

function toCategories(): CategoryRow[] {
  const toRow = (
    { slug, name, description }: Department | CategoryAssortment,
    parent: string | null,
    position: number,
    count: number,
  ): CategoryRow => {
    const id = toCategoryId(slug);
    const image: StoredImage = { id, alt: name, width: 1200, height: 800 };
    const place = { parent_id: parent, position, product_count: count, image: JSON.stringify(image) };
    return { id, slug, name, description, ...place };
  };
  return departments.flatMap((department, position) => [
    toRow(department, null, position, department.categories.length * productsPerCategory),
    ...department.categories.map((each, index) =>
      toRow(each, toCategoryId(department.slug), index, productsPerCategory),
    ),
  ]);
}

/** Mostly things of the same category, and a few from the same department: what people look at next. */
function toRelated(products: readonly ProductRow[], places: Map<string, Place>): RelatedProductRow[] {
  const idsByCategory = Map.groupBy(products, (product) => product.category_id);
  return products.flatMap((product, index) => {
    const random = createRandom(`related ${product.id}`);
    const { department } = places.get(toProductCategory(index + 1)) as Place;
    const neighbours = department.categories.map(({ slug }) => toCategoryId(slug));
    const same = random.sample(idsByCategory.get(product.category_id) ?? [], random.integer(5, 9));
    const others = numbersTo(random.integer(1, 3)).map(() =>
      random.pick(idsByCategory.get(random.pick(neighbours)) ?? []),
    );
    const ids = new Set([...same, ...others].map(({ id }) => id));
    ids.delete(product.id);
    return [...ids].map((relatedId) => ({ product_id: product.id, related_id: relatedId }));
  });
}

/** The same rows on every machine. */
export async function seedCatalog(db: Kysely<CatalogTables>): Promise<void> {
  const places = toPlaces();
  const products = numbersTo(productCount).map((number) =>
    toProduct(number, places.get(toProductCategory(number)) as Place),
  );
  await insertRows(db, 'categories', toCategories());
  await insertRows(db, 'products', products);
  await insertRows(db, 'related_products', toRelated(products, places));
}
