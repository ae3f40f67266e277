// Generated from schemas/services/accounts.yaml by pnpm codegen. Do not edit.

export const accountsRoutes = {
  /** What everybody may see of a person. */
  listPublicProfiles: {
    method: 'GET',
    url: '/v1/public-profiles',
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
          items: { type: 'string', enum: ['id', 'displayName', 'memberSince'] },
        },
        limit: { type: 'integer', minimum: 1, maximum: 100 },
        after: { type: 'string', minLength: 1, maxLength: 200 },
      },
      required: [],
      additionalProperties: false,
    },
    lists: ['ids', 'fields'],
  },
  /** The caller's own profile; the profiles of others are left out. */
  listProfiles: {
    method: 'GET',
    url: '/v1/profiles',
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
          items: {
            type: 'string',
            enum: ['id', 'email', 'givenName', 'familyName', 'displayName', 'locale', 'phone', 'memberSince'],
          },
        },
        limit: { type: 'integer', minimum: 1, maximum: 100 },
        after: { type: 'string', minLength: 1, maxLength: 200 },
      },
      required: [],
      additionalProperties: false,
    },
    lists: ['ids', 'fields'],
  },
  /** The caller's own addresses, by id or as groups by account; those of others are left out. */
  listAddresses: {
    method: 'GET',
    url: '/v1/addresses',
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
            enum: ['id', 'accountId', 'label', 'recipient', 'street', 'postalCode', 'city', 'country', 'isDefault'],
          },
        },
        limit: { type: 'integer', minimum: 1, maximum: 100 },
        after: { type: 'string', minLength: 1, maxLength: 200 },
      },
      required: [],
      additionalProperties: false,
    },
    lists: ['ids', 'accountIds', 'fields'],
  },
} as const;
