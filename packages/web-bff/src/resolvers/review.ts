/** Reviews, who wrote them, and ratings in numbers. */
import { from, load } from '@facet/core';
import { productById, publicProfileById, type Review as RestReview } from '@facet/sources';
import type { RatingSummaryResolvers, ReviewConnectionResolvers, ReviewResolvers } from '../generated/resolvers.ts';
import { toIdOf } from '../views/global-id.ts';
import { toHistogram } from '../views/review.ts';
import { connectionOf } from './connection.ts';

export const Review: ReviewResolvers = {
  id: from(['id'], toIdOf('Review')),
  author: load(publicProfileById, (review) => review.accountId),
  product: load(productById, (review) => review.productId),
};

export const ReviewConnection: ReviewConnectionResolvers = connectionOf<RestReview>();

export const RatingSummary: RatingSummaryResolvers = {
  histogram: from(['histogram'], toHistogram),
};
