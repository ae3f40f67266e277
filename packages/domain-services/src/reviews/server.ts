// Reviews' operations: reviews and rating summaries for everybody, a new review for a person.
import type { FastifyInstance } from 'fastify';
import { toParentSelection, toSelection } from '../collections/selection.ts';
import type { operations } from '../generated/reviews.ts';
import { reviewsRoutes } from '../generated/reviews-routes.ts';
import { implement } from '../http/implement.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import { requirePerson, type TokenCheck } from '../identity/token-check.ts';
import type { createReviewsStore } from './store.ts';

const cacheControl = 'public, max-age=30';

export interface ServeReviewsOptions {
  readonly app: FastifyInstance;
  readonly checkToken: TokenCheck;
  readonly idempotency: Idempotency;
  readonly store: ReturnType<typeof createReviewsStore>;
}

export function serveReviews({ app, checkToken, idempotency, store }: ServeReviewsOptions): void {
  implement<operations, typeof reviewsRoutes>(
    app,
    checkToken,
    reviewsRoutes,
    {
      listReviews: {
        cacheControl,
        answer: async ({ query: { productIds, ...query } }) =>
          productIds
            ? store.listReviewsByProduct(toParentSelection(query, { parameter: 'productIds', ids: productIds }))
            : store.listReviews(toSelection(query)),
      },
      createReview: {
        cacheControl: 'no-store',
        answer: async ({ body, caller, settle }) => store.addReview(requirePerson(caller), body, settle),
      },
      listRatingSummaries: {
        cacheControl,
        answer: async ({ query }) => store.listRatingSummaries(toSelection(query)),
      },
    },
    idempotency,
  );
}
