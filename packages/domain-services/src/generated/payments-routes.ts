// Generated from schemas/services/payments.yaml by pnpm codegen. Do not edit.

export const paymentsRoutes = {
  /** The caller's own payments, newest first, by id, or as groups by order; those of others are left out. */
  listPayments: {
    method: 'GET',
    url: '/v1/payments',
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
        orderIds: {
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
              'orderId',
              'accountId',
              'status',
              'amount',
              'currency',
              'declineReason',
              'cardLabel',
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
    lists: ['ids', 'orderIds', 'fields'],
    idempotent: false,
    subject: true,
    successStatus: 200,
  },
  /** Asks the card's bank to hold the amount; a refusal is an answer too, with status `declined`. */
  authorizePayment: {
    method: 'POST',
    url: '/v1/payments',
    secured: true,
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    body: {
      description: 'An amount to hold on a card.',
      type: 'object',
      required: ['orderId', 'amount', 'currency', 'cardToken'],
      properties: {
        orderId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
        amount: { type: 'integer', minimum: 1, maximum: 1000000000, description: 'Minor units of `currency`.' },
        currency: { type: 'string', minLength: 3, maxLength: 3, description: 'ISO 4217 code.' },
        cardToken: {
          type: 'string',
          minLength: 1,
          maxLength: 100,
          description: 'Stands for a card. Test cards: `card-visa` and `card-mastercard` are good; `card-no-funds`, `card-expired` and `card-refused` are declined; `card-try-again` is declined with `tryAgain` at the first attempt of an order and good at the second; `card-slow` answers after 10 s.',
        },
      },
      additionalProperties: false,
    },
    idempotent: true,
    subject: true,
    successStatus: 201,
  },
  /** Takes the held amount; once captured, capturing again changes nothing. */
  capturePayment: {
    method: 'POST',
    url: '/v1/payments/:paymentId/capture',
    secured: true,
    params: {
      type: 'object',
      properties: { paymentId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['paymentId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    idempotent: true,
    subject: true,
    successStatus: 200,
  },
  /** Gives up the held amount; once voided, voiding again changes nothing. */
  voidPayment: {
    method: 'POST',
    url: '/v1/payments/:paymentId/void',
    secured: true,
    params: {
      type: 'object',
      properties: { paymentId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['paymentId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    idempotent: true,
    subject: true,
    successStatus: 200,
  },
  /** Gives the captured amount back; once refunded, refunding again changes nothing. */
  refundPayment: {
    method: 'POST',
    url: '/v1/payments/:paymentId/refund',
    secured: true,
    params: {
      type: 'object',
      properties: { paymentId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['paymentId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    idempotent: true,
    subject: true,
    successStatus: 200,
  },
  /** Ends the payments of an order: held amounts are given up, captured ones given back, none can follow. */
  closeOrderPayments: {
    method: 'POST',
    url: '/v1/order-payments/:orderId/close',
    secured: true,
    params: {
      type: 'object',
      properties: { orderId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['orderId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    idempotent: true,
    subject: true,
    successStatus: 200,
  },
} as const;
