/** How reviews answers many keys at once. */
import { row } from '@facet/core/data';
import { reviews } from '../generated/reviews-operations.ts';

export const reviewById = row(reviews.listReviews, { keys: 'ids', matchBy: 'id', audience: 'public' });

export const reviewsByProductId = row(reviews.listReviews, {
  keys: 'productIds',
  groupBy: 'parentId',
  audience: 'public',
});

export const ratingSummaryByProductId = row(reviews.listRatingSummaries, {
  keys: 'ids',
  matchBy: 'productId',
  audience: 'public',
});
