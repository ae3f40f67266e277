/** What changes reviews. */
import { command } from '@facet/core/data';
import { reviews } from '../generated/reviews-operations.ts';
import { ratingSummaryByProductId, reviewById, reviewsByProductId } from './rows.ts';

const keysOf = ({ body }: { body: { productId: string } }) => [body.productId];

export const createReview = command(reviews.createReview, {
  outcomes: ['CONFLICT', 'VALIDATION_FAILED'],
  changes: [
    // It may be known that there was none of this id.
    { row: reviewById, keysOf: (_input, review) => (review === undefined ? [] : [review.id]) },
    { row: reviewsByProductId, keysOf },
    { row: ratingSummaryByProductId, keysOf },
  ],
});
