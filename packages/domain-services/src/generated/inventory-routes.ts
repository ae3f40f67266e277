// Generated from schemas/services/inventory.yaml by pnpm codegen. Do not edit.

export const inventoryRoutes = {
  /** Stock by product; `ids` are product ids. */
  listStock: {
    method: 'GET',
    url: '/v1/stock',
    secured: true,
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
          items: { type: 'string', enum: ['productId', 'available', 'status', 'restockAt', 'updatedAt'] },
        },
        limit: { type: 'integer', minimum: 1, maximum: 100 },
        after: { type: 'string', minLength: 1, maxLength: 200 },
      },
      required: [],
      additionalProperties: false,
    },
    lists: ['ids', 'fields'],
  },
} as const;
