// The tables that reviews owns.
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../database/open-database.ts';
import { type IdempotencyTables, idempotencyMigration } from '../idempotency/tables.ts';

export interface ReviewRow {
  id: string;
  product_id: string;
  account_id: string;
  rating: number;
  title: string;
  body: string;
  helpful_count: number;
  /** 1 where the author bought the product here. */
  verified_purchase: number;
  created_at: string;
}

/** Kept beside the reviews, so that a list of products never counts their reviews. */
export interface RatingSummaryRow {
  product_id: string;
  review_count: number;
  rating_sum: number;
  stars_1: number;
  stars_2: number;
  stars_3: number;
  stars_4: number;
  stars_5: number;
}

export interface ReviewsTables extends IdempotencyTables {
  reviews: ReviewRow;
  rating_summaries: RatingSummaryRow;
}

export const reviewsMigrations = (types: ColumnTypes): Record<string, Migration> => {
  const { text } = types;
  return {
    '0001-reviews-and-summaries': {
      up: async (db) => {
        await sql`create table reviews (
        id ${text} primary key, product_id ${text} not null, account_id ${text} not null,
        rating integer not null check (rating between 1 and 5), title text not null, body text not null,
        helpful_count integer not null, verified_purchase integer not null, created_at ${text} not null,
        unique (product_id, account_id))`.execute(db);
        await sql`create table rating_summaries (
        product_id ${text} primary key, review_count integer not null, rating_sum integer not null,
        stars_1 integer not null, stars_2 integer not null, stars_3 integer not null, stars_4 integer not null,
        stars_5 integer not null)`.execute(db);
        await sql`create index reviews_by_product on reviews (product_id, created_at, id)`.execute(db);
        await sql`create index reviews_by_creation on reviews (created_at, id)`.execute(db);
      },
    },
    '0002-idempotency-keys': idempotencyMigration(types),
  };
};
