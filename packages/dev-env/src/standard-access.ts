/** Who may do what in the constellation: the services' audiences and scopes, and the clients that call them. */

export interface ClientCredentials {
  id: string;
  secret: string;
  /** Scopes of its own tokens, `client_credentials`; none when left out. */
  scopes?: readonly string[];
  /** What it may do for people, by token exchange; without it, it may exchange nothing. */
  exchangeScopes?: readonly string[];
}

/** Scopes by audience, as the services' contracts name them. */
export const standardResources: Readonly<Record<string, readonly string[]>> = {
  'urn:facet:catalog': ['catalog:read'],
  'urn:facet:inventory': ['stock:read', 'stock:reserve'],
  'urn:facet:reviews': ['reviews:read', 'reviews:write'],
  'urn:facet:accounts': ['profiles:read', 'accounts:read', 'accounts:write'],
  'urn:facet:carts': ['carts:read', 'carts:write'],
  'urn:facet:orders': ['orders:read', 'orders:write'],
  'urn:facet:payments': ['payments:read', 'payments:write'],
};

/** A BFF reads what is the same for everybody by itself; what is a person's, with a token of that person's only. */
const ofBffs = {
  scopes: ['catalog:read', 'stock:read', 'reviews:read', 'profiles:read'],
  exchangeScopes: [
    ...['accounts:read', 'accounts:write', 'carts:read', 'carts:write', 'orders:read', 'orders:write'],
    ...['payments:read', 'reviews:write'],
  ],
};

export const standardClients: ClientCredentials[] = [
  { id: 'web-bff', secret: 'web-bff-secret', ...ofBffs },
  { id: 'mobile-bff', secret: 'mobile-bff-secret', ...ofBffs },
  { id: 'carts', secret: 'carts-secret', scopes: ['catalog:read'] },
  {
    id: 'orders',
    secret: 'orders-secret',
    scopes: ['accounts:read', 'carts:read', 'carts:write', 'stock:reserve', 'payments:read', 'payments:write'],
  },
];
