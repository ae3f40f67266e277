// Generated from schemas/services/reviews.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './reviews.ts';

export type Review = components['schemas']['Review'];
export type RatingSummary = components['schemas']['RatingSummary'];
export type NewReview = components['schemas']['NewReview'];

export const reviews = {
  /**
   * Reviews, newest first, by id, or as groups by product.
   * Give `ids` or `productIds`, not both.
   */
  listReviews: operation<operations['listReviews']>({
    service: 'reviews',
    operationId: 'listReviews',
    method: 'GET',
    path: '/v1/reviews',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      productIds: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: {
          maxItems: 50,
          values: [
            'id',
            'productId',
            'accountId',
            'rating',
            'title',
            'body',
            'helpfulCount',
            'verifiedPurchase',
            'createdAt',
          ],
        },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items', '/groups/items'],
    scopes: ['reviews:read'],
  }),
  /**
   * Says what the caller thinks of a product; its rating summary follows.
   * A person's second review of a product is 409 CONFLICT.
   */
  createReview: operation<operations['createReview']>({
    service: 'reviews',
    operationId: 'createReview',
    method: 'POST',
    path: '/v1/reviews',
    parameters: { 'Idempotency-Key': { in: 'header', style: 'simple', explode: false, required: true } },
    scopes: ['reviews:write'],
  }),
  /** Rating summaries; `ids` are product ids. */
  listRatingSummaries: operation<operations['listRatingSummaries']>({
    service: 'reviews',
    operationId: 'listRatingSummaries',
    method: 'GET',
    path: '/v1/rating-summaries',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: { maxItems: 50, values: ['productId', 'average', 'count', 'histogram'] },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items'],
    scopes: ['reviews:read'],
  }),
};
