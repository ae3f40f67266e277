/** Reviews, who wrote them, and ratings in numbers. */
import { column, from, load } from '@facet/core';
import { createReview, productById, publicProfileById, type Review as RestReview } from '@facet/sources';
import type {
  MutationResolvers,
  RatingSummaryResolvers,
  ReviewConnectionResolvers,
  ReviewEdgeResolvers,
  ReviewResolvers,
  WriteReviewPayloadResolvers,
  WriteReviewSuccessResolvers,
} from '../generated/resolvers.ts';
import { toIdOf } from '../views/global-id.ts';
import { fromWriteReviewInput, toHistogram } from '../views/review.ts';
import { changeOwn } from './change-own.ts';
import { connectionOf, edgeOf } from './connection.ts';
import { payloadOf } from './payload.ts';

export const reviewMutations: Pick<MutationResolvers, 'writeReview'> = {
  writeReview: changeOwn(createReview, fromWriteReviewInput),
};

export const WriteReviewPayload: WriteReviewPayloadResolvers = payloadOf('WriteReviewSuccess', {
  CONFLICT: 'AlreadyReviewed',
  VALIDATION_FAILED: 'ValidationFailed',
});

export const WriteReviewSuccess: WriteReviewSuccessResolvers = {
  review: column('value'),
};

export const Review: ReviewResolvers = {
  id: from(['id'], toIdOf('Review')),
  author: load(publicProfileById, 'accountId'),
  product: load(productById, 'productId'),
};

export const ReviewConnection: ReviewConnectionResolvers = connectionOf<RestReview>();

export const ReviewEdge: ReviewEdgeResolvers = edgeOf<RestReview>();

export const RatingSummary: RatingSummaryResolvers = {
  histogram: from(['histogram'], toHistogram),
};
