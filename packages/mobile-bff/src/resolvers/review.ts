/** Wiring of reviews and the people behind them. */
import { from, load } from '@facet/core';
import { publicProfileById } from '@facet/sources';
import type { ReviewAuthorResolvers, ReviewCardResolvers, ReviewSectionResolvers } from '../generated/resolvers.ts';
import { toReviewsText } from '../views/count.ts';
import { toReviewDate } from '../views/review.ts';

export const ReviewSection: ReviewSectionResolvers = {
  count: from(['total'], toReviewsText, { reads: ['locale'] }),
  cards: from(['items'], ({ items }) => items),
};

export const ReviewCard: ReviewCardResolvers = {
  author: load(publicProfileById, ({ accountId }) => accountId),
  stars: from(['rating'], ({ rating }) => rating),
  date: from(['createdAt'], toReviewDate, { reads: ['locale'] }),
};

export const ReviewAuthor: ReviewAuthorResolvers = { name: from(['displayName'], ({ displayName }) => displayName) };
