// Generated from schemas/services/reviews.yaml by pnpm codegen. Do not edit.

export const reviewsRoutes = {
  /** Reviews, newest first, by id, or as groups by product. */
  listReviews: {
    method: 'GET',
    url: '/v1/reviews',
    secured: true,
    scopes: ['reviews:read'],
    querystring: {
      type: 'object',
      properties: {
        ids: {
          type: 'array',
          minItems: 1,
          maxItems: 100,
          uniqueItems: true,
          items: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        },
        productIds: {
          type: 'array',
          minItems: 1,
          maxItems: 100,
          uniqueItems: true,
          items: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        },
        fields: {
          type: 'array',
          minItems: 1,
          maxItems: 50,
          uniqueItems: true,
          items: {
            type: 'string',
            enum: [
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
        limit: { type: 'integer', minimum: 1, maximum: 100 },
        after: { type: 'string', minLength: 1, maxLength: 200 },
      },
      required: [],
      additionalProperties: false,
    },
    lists: ['ids', 'productIds', 'fields'],
    idempotent: false,
    subject: false,
    successStatus: 200,
  },
  /** Says what the caller thinks of a product; its rating summary follows. */
  createReview: {
    method: 'POST',
    url: '/v1/reviews',
    secured: true,
    scopes: ['reviews:write'],
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    body: {
      description: 'A review to be.',
      type: 'object',
      required: ['productId', 'rating', 'title', 'body'],
      properties: {
        productId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        rating: { type: 'integer', minimum: 1, maximum: 5 },
        title: { type: 'string', minLength: 1, maxLength: 120, description: 'A few words.' },
        body: { type: 'string', minLength: 1, maxLength: 5000, description: 'What the author says.' },
      },
      additionalProperties: false,
    },
    idempotent: true,
    subject: false,
    successStatus: 201,
  },
  /** Rating summaries; `ids` are product ids. */
  listRatingSummaries: {
    method: 'GET',
    url: '/v1/rating-summaries',
    secured: true,
    scopes: ['reviews:read'],
    querystring: {
      type: 'object',
      properties: {
        ids: {
          type: 'array',
          minItems: 1,
          maxItems: 100,
          uniqueItems: true,
          items: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        },
        fields: {
          type: 'array',
          minItems: 1,
          maxItems: 50,
          uniqueItems: true,
          items: { type: 'string', enum: ['productId', 'average', 'count', 'histogram'] },
        },
        limit: { type: 'integer', minimum: 1, maximum: 100 },
        after: { type: 'string', minLength: 1, maxLength: 200 },
      },
      required: [],
      additionalProperties: false,
    },
    lists: ['ids', 'fields'],
    idempotent: false,
    subject: false,
    successStatus: 200,
  },
} as const;
