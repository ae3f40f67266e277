/** Reviews, who wrote them, and ratings in numbers. */
import { from, load } from '@facet/core';
import { createReview, productById, publicProfileById, type Review as RestReview } from '@facet/sources';
import type {
  MutationResolvers,
  RatingSummaryResolvers,
  ReviewConnectionResolvers,
  ReviewResolvers,
  WriteReviewPayloadResolvers,
  WriteReviewSuccessResolvers,
} from '../generated/resolvers.ts';
import { toIdOf } from '../views/global-id.ts';
import { toValue } from '../views/payload.ts';
import { fromWriteReviewInput, toHistogram } from '../views/review.ts';
import { changeOwn } from './change-own.ts';
import { connectionOf } from './connection.ts';
import { payloadOf } from './payload.ts';

export const reviewMutations: Pick<MutationResolvers, 'writeReview'> = {
  writeReview: changeOwn(createReview, fromWriteReviewInput),
};

export const WriteReviewPayload: WriteReviewPayloadResolvers = payloadOf('WriteReviewSuccess', {
  CONFLICT: 'AlreadyReviewed',
  VALIDATION_FAILED: 'ValidationFailed',
});

export const WriteReviewSuccess: WriteReviewSuccessResolvers = {
  review: from(['value'], toValue),
};

export const Review: ReviewResolvers = {
  id: from(['id'], toIdOf('Review')),
  author: load(publicProfileById, (review) => review.accountId),
  product: load(productById, (review) => review.productId),
};

export const ReviewConnection: ReviewConnectionResolvers = connectionOf<RestReview>();

export const RatingSummary: RatingSummaryResolvers = {
  histogram: from(['histogram'], toHistogram),
};
