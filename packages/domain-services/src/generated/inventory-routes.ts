// Generated from schemas/services/inventory.yaml by pnpm codegen. Do not edit.

export const inventoryRoutes = {
  /** Stock by product; `ids` are product ids. */
  listStock: {
    method: 'GET',
    url: '/v1/stock',
    secured: true,
    scopes: ['stock:read'],
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
    idempotent: false,
    subject: false,
    successStatus: 200,
  },
  /** Reservations, newest first or by id. */
  listReservations: {
    method: 'GET',
    url: '/v1/reservations',
    secured: true,
    scopes: ['stock:reserve'],
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
          items: { type: 'string', enum: ['id', 'orderId', 'status', 'items', 'expiresAt', 'createdAt'] },
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
  /** Holds pieces for an order for a while: all of them or none. */
  createReservation: {
    method: 'POST',
    url: '/v1/reservations',
    secured: true,
    scopes: ['stock:reserve'],
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    body: {
      description: 'Pieces to hold.',
      type: 'object',
      required: ['orderId', 'items'],
      properties: {
        orderId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        items: {
          type: 'array',
          minItems: 1,
          maxItems: 100,
          items: {
            description: 'Pieces of one product.',
            type: 'object',
            required: ['productId', 'quantity'],
            properties: {
              productId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
              quantity: { type: 'integer', minimum: 1, maximum: 99, description: 'Pieces.' },
            },
            additionalProperties: false,
          },
        },
        expiresInSeconds: {
          type: 'integer',
          minimum: 1,
          maximum: 3600,
          description: 'How long to hold them; 600 when left out.',
        },
      },
      additionalProperties: false,
    },
    idempotent: true,
    subject: false,
    successStatus: 201,
  },
  /** Sells what is held; committing again changes nothing. */
  commitReservation: {
    method: 'POST',
    url: '/v1/reservations/:reservationId/commit',
    secured: true,
    scopes: ['stock:reserve'],
    params: {
      type: 'object',
      properties: { reservationId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['reservationId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    idempotent: true,
    subject: false,
    successStatus: 200,
  },
  /** Gives back what is held or was sold; releasing again changes nothing. */
  releaseReservation: {
    method: 'POST',
    url: '/v1/reservations/:reservationId/release',
    secured: true,
    scopes: ['stock:reserve'],
    params: {
      type: 'object',
      properties: { reservationId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['reservationId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    idempotent: true,
    subject: false,
    successStatus: 200,
  },
} as const;
