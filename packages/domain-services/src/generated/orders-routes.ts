// Generated from schemas/services/orders.yaml by pnpm codegen. Do not edit.

export const ordersRoutes = {
  /** The caller's own orders, newest first, by id, or as groups by account; those of others are left out. */
  listOrders: {
    method: 'GET',
    url: '/v1/orders',
    secured: true,
    scopes: ['orders:read'],
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
        accountIds: {
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
              'accountId',
              'status',
              'cancelReason',
              'items',
              'currency',
              'totalAmount',
              'address',
              'paymentId',
              'createdAt',
              'updatedAt',
            ],
          },
        },
        limit: { type: 'integer', minimum: 1, maximum: 100 },
        after: { type: 'string', minLength: 1, maxLength: 200 },
      },
      required: [],
      additionalProperties: false,
    },
    lists: ['ids', 'accountIds', 'fields'],
    idempotent: false,
    subject: false,
    successStatus: 200,
  },
  /** Buys what is in the caller's cart: reserves the stock, authorises the payment, places the order, captures. */
  createOrder: {
    method: 'POST',
    url: '/v1/orders',
    secured: true,
    scopes: ['orders:write'],
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    body: {
      description: 'What the person agreed to: this total, this card, this address.',
      type: 'object',
      required: ['totalAmount', 'currency', 'addressId', 'cardToken'],
      properties: {
        totalAmount: { type: 'integer', minimum: 0, description: 'The cart\'s total as it was shown, in minor units.' },
        currency: { type: 'string', minLength: 3, maxLength: 3, description: 'ISO 4217 code.' },
        addressId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        cardToken: { type: 'string', minLength: 1, maxLength: 100, description: 'Stands for a card, see payments.' },
      },
      additionalProperties: false,
    },
    idempotent: true,
    subject: false,
    successStatus: 201,
  },
  /** Cancels an order: gives the money back and the pieces too; once cancelled, cancelling again changes nothing. */
  cancelOrder: {
    method: 'POST',
    url: '/v1/orders/:orderId/cancel',
    secured: true,
    scopes: ['orders:write'],
    params: {
      type: 'object',
      properties: { orderId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['orderId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    idempotent: true,
    subject: false,
    successStatus: 200,
  },
} as const;
