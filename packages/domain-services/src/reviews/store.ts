// Reads reviews and rating summaries from their tables.
import { type Kysely, sql } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readGroups } from '../collections/read-groups.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage, ByParents } from '../collections/selection.ts';
import type { components } from '../generated/reviews.ts';
import type { RatingSummaryRow, ReviewRow, ReviewsTables } from './tables.ts';

type Review = components['schemas']['Review'];
type RatingSummary = components['schemas']['RatingSummary'];

const reviews = {
  from: sql`reviews`,
  columns: [
    'id',
    'product_id',
    'account_id',
    'rating',
    'title',
    'body',
    'helpful_count',
    'verified_purchase',
    'created_at',
  ],
  id: 'id',
  order: { columns: ['created_at', 'id'], direction: 'desc' },
  parent: 'product_id',
} as const satisfies Collection;

const ratingSummaries: Collection = {
  from: sql`rating_summaries`,
  columns: ['product_id', 'review_count', 'rating_sum', 'stars_1', 'stars_2', 'stars_3', 'stars_4', 'stars_5'],
  id: 'product_id',
  order: { columns: ['product_id'], direction: 'asc' },
};

const toReview = (row: ReviewRow): Review => ({
  id: row.id,
  productId: row.product_id,
  accountId: row.account_id,
  rating: row.rating,
  title: row.title,
  body: row.body,
  helpfulCount: row.helpful_count,
  verifiedPurchase: row.verified_purchase === 1,
  createdAt: row.created_at,
});

const toRatingSummary = (row: RatingSummaryRow): RatingSummary => ({
  productId: row.product_id,
  average: row.review_count === 0 ? null : Math.round((row.rating_sum / row.review_count) * 10) / 10,
  count: row.review_count,
  histogram: [row.stars_1, row.stars_2, row.stars_3, row.stars_4, row.stars_5],
});

export function createReviewsStore(db: Kysely<ReviewsTables>) {
  return {
    listReviews: (selection: ByIdsOrPage) => readPage(db, reviews, selection, toReview),
    listReviewsByProduct: (selection: ByParents) => readGroups(db, reviews, selection, toReview),
    listRatingSummaries: (selection: ByIdsOrPage) => readPage(db, ratingSummaries, selection, toRatingSummary),
  };
}
