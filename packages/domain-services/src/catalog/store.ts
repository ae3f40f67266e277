// Reads products, categories and pictures from catalog's tables.
import { type Kysely, sql } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readGroups } from '../collections/read-groups.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage, ByParents } from '../collections/selection.ts';
import type { components } from '../generated/catalog.ts';
import { type Colour, hexByColour } from './assortment/assortment.ts';
import type { Drawing, StoredImage } from './images.ts';
import { departmentMotifs, motifs } from './motifs.ts';
import { createSearch } from './search.ts';
import type { CatalogTables, CategoryRow, ProductRow } from './tables.ts';

export type Product = components['schemas']['Product'];
type Category = components['schemas']['Category'];

export const productColumns = [
  'id',
  'slug',
  'name',
  'description',
  'brand',
  'category_id',
  'price_amount',
  'currency',
  'compare_at_amount',
  'images',
  'attributes',
  'tags',
  'popularity',
  'created_at',
  'updated_at',
] as const satisfies (keyof ProductRow)[];

const products: Collection = {
  from: sql`products`,
  columns: productColumns,
  id: 'id',
  order: { columns: ['created_at', 'id'], direction: 'desc' },
};

const relatedProducts = {
  from: sql`(select products.*, related_products.product_id as parent_key
    from related_products join products on products.id = related_products.related_id) as item`,
  columns: productColumns,
  id: 'id',
  order: { columns: ['popularity', 'id'], direction: 'desc' },
  parent: 'parent_key',
} as const satisfies Collection;

const categories = {
  from: sql`(select categories.*, coalesce(parent_id, 'root') as parent_key from categories) as item`,
  columns: ['id', 'slug', 'name', 'description', 'parent_id', 'position', 'product_count', 'image'],
  id: 'id',
  order: { columns: ['position', 'id'], direction: 'asc' },
  parent: 'parent_key',
} as const satisfies Collection;

type ToUrl = (imageId: string) => string;

const toImage = (image: StoredImage, toUrl: ToUrl) => ({ ...image, url: toUrl(image.id) });

const toProduct =
  (toUrl: ToUrl) =>
  (row: ProductRow): Product => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    brand: row.brand,
    categoryId: row.category_id,
    priceAmount: row.price_amount,
    currency: row.currency,
    compareAtAmount: row.compare_at_amount,
    images: (JSON.parse(row.images) as StoredImage[]).map((image) => toImage(image, toUrl)),
    attributes: JSON.parse(row.attributes) as Product['attributes'],
    tags: JSON.parse(row.tags) as Product['tags'],
    popularity: row.popularity,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });

const toCategory =
  (toUrl: ToUrl) =>
  (row: CategoryRow): Category => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    parentId: row.parent_id,
    position: row.position,
    productCount: row.product_count,
    image: toImage(JSON.parse(row.image) as StoredImage, toUrl),
  });

async function findCategoryDrawing(db: Kysely<CatalogTables>, id: string): Promise<Drawing | undefined> {
  const row = await db.selectFrom('categories').select(['slug', 'image']).where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const motif = motifs[row.slug] ? row.slug : (departmentMotifs[row.slug] ?? '');
  const colours = Object.values(hexByColour);
  const colour = colours[row.slug.length % colours.length] ?? hexByColour.Slate;
  return { ...(JSON.parse(row.image) as StoredImage), motif, colour, initial: '' };
}

async function findProductDrawing(db: Kysely<CatalogTables>, id: string): Promise<Drawing | undefined> {
  const row = await db
    .selectFrom('products')
    .select(['category_id', 'brand', 'images', 'attributes'])
    .where('id', '=', id.replace(/-\d$/, ''))
    .executeTakeFirst();
  const image = row && (JSON.parse(row.images) as StoredImage[]).find((each) => each.id === id);
  if (!image) return undefined;
  const attributes = JSON.parse(row.attributes) as Product['attributes'];
  const colour = attributes.find(({ name }) => name === 'Colour')?.value as Colour;
  const motif = row.category_id.replace(/^cat-/, '');
  return { ...image, motif, colour: hexByColour[colour], initial: row.brand.slice(0, 1) };
}

/** `toUrl` gives the absolute URL of an image. */
export function createCatalogStore(db: Kysely<CatalogTables>, toUrl: ToUrl) {
  const productOf = toProduct(toUrl);
  const categoryOf = toCategory(toUrl);
  return {
    listProducts: (selection: ByIdsOrPage) => readPage(db, products, selection, productOf),
    listRelatedProducts: (selection: ByParents) => readGroups(db, relatedProducts, selection, productOf),
    listCategories: (selection: ByIdsOrPage) => readPage(db, categories, selection, categoryOf),
    listChildCategories: (selection: ByParents) => readGroups(db, categories, selection, categoryOf),
    searchProducts: createSearch(db, productColumns, productOf),
    findDrawing: (imageId: string) =>
      imageId.startsWith('prd-') ? findProductDrawing(db, imageId) : findCategoryDrawing(db, imageId),
  };
}
