/** What the web BFF runs with unless told otherwise: everything as `npm start` places it. */
import type { SettingsDefaults } from '@facet/core';

export const defaults: SettingsDefaults = {
  environment: 'development',
  port: 4000,
  services: {
    catalog: { origin: 'http://localhost:4101' },
    inventory: { origin: 'http://localhost:4102' },
    reviews: { origin: 'http://localhost:4103' },
    accounts: { origin: 'http://localhost:4104' },
    carts: { origin: 'http://localhost:4105' },
    orders: { origin: 'http://localhost:4106' },
    payments: { origin: 'http://localhost:4107' },
  },
  // The browser has what was built last: what it asks for is counted, by its text or by its id.
  trustedDocuments: 'log',
  requireDocumentId: false,
  apq: true,
  // Each tries a card.
  fieldRates: { 'Mutation.checkout': 10 },
  // A checkout waits for the bank; everything else is far quicker.
  requestTimeoutMs: 8_000,
  // Sign-in by browser, where a SESSION_ variable is set.
  session: {},
  identity: {
    issuer: 'http://localhost:4100',
    audience: 'urn:facet:api',
    clientId: 'web-bff',
    clientSecret: 'web-bff-secret',
  },
};
