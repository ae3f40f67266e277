// Reviews' operations: reviews and rating summaries.
import type { FastifyInstance } from 'fastify';
import { toParentSelection, toSelection } from '../collections/selection.ts';
import type { operations } from '../generated/reviews.ts';
import { reviewsRoutes } from '../generated/reviews-routes.ts';
import { implement } from '../http/implement.ts';
import type { TokenCheck } from '../identity/token-check.ts';
import type { createReviewsStore } from './store.ts';

const cacheControl = 'public, max-age=30';

export function serveReviews(
  app: FastifyInstance,
  checkToken: TokenCheck,
  store: ReturnType<typeof createReviewsStore>,
): void {
  implement<operations, typeof reviewsRoutes>(app, checkToken, reviewsRoutes, {
    listReviews: {
      cacheControl,
      answer: async ({ query: { productIds, ...query } }) =>
        productIds
          ? store.listReviewsByProduct(toParentSelection(query, { parameter: 'productIds', ids: productIds }))
          : store.listReviews(toSelection(query)),
    },
    listRatingSummaries: {
      cacheControl,
      answer: async ({ query }) => store.listRatingSummaries(toSelection(query)),
    },
  });
}
