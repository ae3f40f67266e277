/** Defaults of the mobile BFF: what `npm start` runs, each of them a variable away from something else. */
import type { SettingsDefaults } from '@facet/core';

export const defaults = {
  environment: 'development',
  port: 4001,
  // Each tries a card.
  fieldRates: { 'Mutation.checkout': 10 },
  // A checkout waits for the bank; everything else is far quicker.
  requestTimeoutMs: 8_000,
  // The app is built with all it will ever ask; while it is made, others are only counted.
  trustedDocuments: 'log',
  production: { trustedDocuments: 'enforce' },
  services: {
    catalog: { origin: 'http://localhost:4101' },
    inventory: { origin: 'http://localhost:4102' },
    reviews: { origin: 'http://localhost:4103' },
    accounts: { origin: 'http://localhost:4104' },
    carts: { origin: 'http://localhost:4105' },
    orders: { origin: 'http://localhost:4106' },
    payments: { origin: 'http://localhost:4107' },
  },
  identity: {
    issuer: 'http://localhost:4100',
    audience: 'urn:facet:api',
    clientId: 'mobile-bff',
    clientSecret: 'mobile-bff-secret',
  },
} as const satisfies SettingsDefaults;
