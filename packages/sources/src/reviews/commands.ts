/** What changes reviews. */
import { command } from '@facet/core/data';
import { reviews } from '../generated/reviews-operations.ts';
import { ratingSummaryByProductId, reviewsByProductId } from './rows.ts';

const keysOf = ({ body }: { body: { productId: string } }) => [body.productId];

export const createReview = command(reviews.createReview, {
  outcomes: ['CONFLICT', 'VALIDATION_FAILED'],
  changes: [
    { row: reviewsByProductId, keysOf },
    { row: ratingSummaryByProductId, keysOf },
  ],
});
