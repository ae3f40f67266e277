// Reviews and rating summaries: reads them, and adds a review together with what it changes in its summary.
import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readGroups } from '../collections/read-groups.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage, ByParents } from '../collections/selection.ts';
import type { components } from '../generated/reviews.ts';
import type { Settle } from '../http/operation.ts';
import { badProperty, Problem } from '../problem.ts';
import type { RatingSummaryRow, ReviewRow, ReviewsTables } from './tables.ts';

type Review = components['schemas']['Review'];
type NewReview = components['schemas']['NewReview'];
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

function checkWords(review: NewReview): void {
  for (const name of ['title', 'body'] as const) {
    if (review[name].trim() === '') throw badProperty(name, 'must not be blank');
  }
}

/** Products without a summary are unknown here. */
async function addToSummary(write: Transaction<ReviewsTables>, { productId, rating }: NewReview): Promise<void> {
  const stars = sql.ref(`stars_${rating}`);
  const { numAffectedRows } = await sql`
    update rating_summaries
    set review_count = review_count + 1, rating_sum = rating_sum + ${rating}, ${stars} = ${stars} + 1
    where product_id = ${productId}`.execute(write);
  if (numAffectedRows !== 1n) throw badProperty('productId', `there is no product ${productId}`);
}

function toRow(accountId: string, review: NewReview, nowMs: number): ReviewRow {
  return {
    id: `rev-${randomUUID()}`,
    product_id: review.productId,
    account_id: accountId,
    rating: review.rating,
    title: review.title.trim(),
    body: review.body.trim(),
    helpful_count: 0,
    verified_purchase: 0,
    created_at: new Date(nowMs).toISOString(),
  };
}

export interface ReviewsOptions {
  readonly db: Kysely<ReviewsTables>;
  readonly now: () => number;
}

export function createReviewsStore({ db, now }: ReviewsOptions) {
  const addReview = (accountId: string, review: NewReview, settle: Settle): Promise<Review> => {
    checkWords(review);
    return db.transaction().execute(async (write) => {
      const row = toRow(accountId, review, now());
      const { numInsertedOrUpdatedRows } = await write
        .insertInto('reviews')
        .values(row)
        .onConflict((conflict) => conflict.columns(['product_id', 'account_id']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) throw new Problem('CONFLICT', 'You have already reviewed this product.');
      await addToSummary(write, review);
      return settle(write, toReview(row));
    });
  };
  return {
    addReview,
    listReviews: (selection: ByIdsOrPage) => readPage(db, reviews, selection, toReview),
    listReviewsByProduct: (selection: ByParents) => readGroups(db, reviews, selection, toReview),
    listRatingSummaries: (selection: ByIdsOrPage) => readPage(db, ratingSummaries, selection, toRatingSummary),
  };
}
