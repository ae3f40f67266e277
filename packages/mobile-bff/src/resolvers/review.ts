/** Wiring of reviews and the people behind them. */
import { column, from, load } from '@facet/core';
import { productById, publicProfileById } from '@facet/sources';
import type {
  ReviewAuthorResolvers,
  ReviewCardResolvers,
  ReviewResultResolvers,
  ReviewSectionResolvers,
} from '../generated/resolvers.ts';
import { toReviewsText } from '../views/count.ts';
import { toReviewDate, toReviewMessage, toReviewOutcome } from '../views/review.ts';
import { toFieldMessages } from '../views/told.ts';

export const ReviewSection: ReviewSectionResolvers = {
  count: from(['total'], toReviewsText, { reads: ['locale'] }),
  cards: column('items'),
};

export const ReviewCard: ReviewCardResolvers = {
  author: load(publicProfileById, 'accountId'),
  stars: column('rating'),
  date: from(['createdAt'], toReviewDate, { reads: ['locale'] }),
};

export const ReviewAuthor: ReviewAuthorResolvers = { name: column('displayName') };

export const ReviewResult: ReviewResultResolvers = {
  outcome: from(['kind', 'problem'], toReviewOutcome),
  message: from(['kind', 'problem'], toReviewMessage, { reads: ['locale'] }),
  fields: from(['problem'], toFieldMessages, { reads: ['locale'] }),
  product: load(productById, ({ value }) => value?.productId),
};
