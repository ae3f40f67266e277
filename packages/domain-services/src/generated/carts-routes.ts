// Generated from schemas/services/carts.yaml by pnpm codegen. Do not edit.

export const cartsRoutes = {
  /** The caller's own cart; `ids` are account ids, and the carts of others are left out. */
  listCarts: {
    method: 'GET',
    url: '/v1/carts',
    secured: true,
    scopes: ['carts:read'],
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
          items: { type: 'string', enum: ['id', 'items', 'currency', 'totalAmount', 'itemCount', 'updatedAt'] },
        },
        limit: { type: 'integer', minimum: 1, maximum: 100 },
        after: { type: 'string', minLength: 1, maxLength: 200 },
      },
      required: [],
      additionalProperties: false,
    },
    lists: ['ids', 'fields'],
    idempotent: false,
    subject: true,
    successStatus: 200,
  },
  /** Puts pieces of a product into the cart, on top of those that are in it. */
  addCartItem: {
    method: 'POST',
    url: '/v1/carts/:cartId/items',
    secured: true,
    scopes: ['carts:write'],
    params: {
      type: 'object',
      properties: { cartId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['cartId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    body: {
      description: 'Pieces to add; more than 99 of one product are refused.',
      type: 'object',
      required: ['productId', 'quantity'],
      properties: {
        productId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        quantity: { type: 'integer', minimum: 1, maximum: 99, description: 'Pieces.' },
      },
      additionalProperties: false,
    },
    idempotent: true,
    subject: false,
    successStatus: 200,
  },
  /** Takes products out of the cart, however many pieces; those that are not in it are no error. */
  removeCartItems: {
    method: 'DELETE',
    url: '/v1/carts/:cartId/items',
    secured: true,
    scopes: ['carts:write'],
    params: {
      type: 'object',
      properties: { cartId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['cartId'],
      additionalProperties: false,
    },
    querystring: {
      type: 'object',
      properties: {
        productIds: {
          type: 'array',
          minItems: 1,
          maxItems: 100,
          uniqueItems: true,
          items: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        },
      },
      required: ['productIds'],
      additionalProperties: false,
    },
    lists: ['productIds'],
    idempotent: false,
    subject: true,
    successStatus: 200,
  },
  /** Takes pieces of products out of the cart and leaves the rest; what is not in it is no error. */
  takeFromCart: {
    method: 'POST',
    url: '/v1/carts/:cartId/take',
    secured: true,
    scopes: ['carts:write'],
    params: {
      type: 'object',
      properties: { cartId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['cartId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    body: {
      description: 'Pieces to take out; those of a product that is named twice add up.',
      type: 'object',
      required: ['items'],
      properties: {
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
      },
      additionalProperties: false,
    },
    idempotent: true,
    subject: true,
    successStatus: 200,
  },
  /** Sets how many pieces of a product are in the cart. */
  updateCartItem: {
    method: 'PATCH',
    url: '/v1/carts/:cartId/items/:productId',
    secured: true,
    scopes: ['carts:write'],
    params: {
      type: 'object',
      properties: {
        cartId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        productId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
      },
      required: ['cartId', 'productId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    body: {
      description: 'The new number of pieces.',
      type: 'object',
      required: ['quantity'],
      properties: { quantity: { type: 'integer', minimum: 1, maximum: 99, description: 'Pieces.' } },
      additionalProperties: false,
    },
    idempotent: false,
    subject: false,
    successStatus: 200,
  },
} as const;
