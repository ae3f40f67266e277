// Generated from schemas/services/accounts.yaml by pnpm codegen. Do not edit.

export const accountsRoutes = {
  /** What everybody may see of a person. */
  listPublicProfiles: {
    method: 'GET',
    url: '/v1/public-profiles',
    secured: true,
    scopes: ['profiles:read'],
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
    idempotent: false,
    subject: false,
    successStatus: 200,
  },
  /** The caller's own profile; the profiles of others are left out. */
  listProfiles: {
    method: 'GET',
    url: '/v1/profiles',
    secured: true,
    scopes: ['accounts:read'],
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
    idempotent: false,
    subject: false,
    successStatus: 200,
  },
  /** Changes the caller's own profile; what is left out stays. */
  updateProfile: {
    method: 'PATCH',
    url: '/v1/profiles/:profileId',
    secured: true,
    scopes: ['accounts:write'],
    params: {
      type: 'object',
      properties: { profileId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
      required: ['profileId'],
      additionalProperties: false,
    },
    querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
    lists: [],
    body: {
      description: 'New values; what is left out stays.',
      type: 'object',
      required: [],
      properties: {
        givenName: { type: 'string', minLength: 1, maxLength: 100, description: 'First name.' },
        familyName: { type: 'string', minLength: 1, maxLength: 100, description: 'Last name.' },
        displayName: { type: 'string', minLength: 1, maxLength: 50, description: 'The name others see.' },
        locale: { type: 'string', maxLength: 35, description: 'BCP 47 tag, for example de-DE.' },
        phone: { type: ['string', 'null'], description: 'E.164 number.', pattern: '^\\+[1-9][0-9]{6,14}$' },
      },
      additionalProperties: false,
    },
    idempotent: false,
    subject: false,
    successStatus: 200,
  },
  /** The caller's own addresses, by id or as groups by account; those of others are left out. */
  listAddresses: {
    method: 'GET',
    url: '/v1/addresses',
    secured: true,
    scopes: ['accounts:read'],
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
    idempotent: false,
    subject: true,
    successStatus: 200,
  },
} as const;
