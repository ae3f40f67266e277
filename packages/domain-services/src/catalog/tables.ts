// The tables that catalog owns.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';

export interface ProductRow {
  id: string;
  slug: string;
  name: string;
  description: string;
  brand: string;
  category_id: string;
  price_amount: number;
  currency: string;
  compare_at_amount: number | null;
  /** 1 where the price is reduced. */
  reduced: number;
  /** JSON of the images, without their URLs. */
  images: string;
  attributes: string;
  tags: string;
  popularity: number;
  created_at: string;
  updated_at: string;
  /** What search looks at, lower-cased and without accents; the last one is everything together. */
  name_text: string;
  brand_text: string;
  tags_text: string;
  search_text: string;
}

export interface RelatedProductRow {
  product_id: string;
  related_id: string;
}

export interface CategoryRow {
  id: string;
  slug: string;
  name: string;
  description: string;
  parent_id: string | null;
  position: number;
  product_count: number;
  image: string;
}

export interface CatalogTables {
  products: ProductRow;
  related_products: RelatedProductRow;
  categories: CategoryRow;
}

export const catalogMigrations = ({ text }: ColumnTypes): Record<string, Migration> => ({
  '0001-products-and-categories': {
    up: async (db) => {
      await sql`create table categories (
        id ${text} primary key, slug ${text} not null unique, name text not null, description text not null,
        parent_id ${text} references categories (id), position integer not null, product_count integer not null,
        image text not null)`.execute(db);
      await sql`create table products (
        id ${text} primary key, slug ${text} not null unique, name text not null, description text not null,
        brand ${text} not null, category_id ${text} not null references categories (id), price_amount integer not null,
        currency text not null, compare_at_amount integer, reduced integer not null, images text not null,
        attributes text not null, tags text not null, popularity integer not null, created_at ${text} not null,
        updated_at ${text} not null, name_text text not null, brand_text text not null, tags_text text not null,
        search_text text not null)`.execute(db);
      await sql`create table related_products (
        product_id ${text} not null references products (id), related_id ${text} not null references products (id),
        primary key (product_id, related_id))`.execute(db);
      await sql`create index categories_by_parent on categories (parent_id, position)`.execute(db);
      await sql`create index products_by_creation on products (created_at, id)`.execute(db);
      await sql`create index products_by_popularity on products (popularity, id)`.execute(db);
      await sql`create index products_by_price on products (price_amount, id)`.execute(db);
      await sql`create index products_by_category on products (category_id, popularity)`.execute(db);
      await sql`create index products_by_brand on products (brand)`.execute(db);
    },
  },
});
