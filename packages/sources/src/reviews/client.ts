/** The reviews service by its contract: reviews and rating summaries. */
import { type Call, createServiceClient } from '@facet/core/data';
import { reviews } from '../generated/reviews-operations.ts';

export function createReviewsClient(call: Call) {
  return createServiceClient(reviews, call);
}
