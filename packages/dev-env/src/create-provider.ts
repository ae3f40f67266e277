/** Configuration of the embedded identity provider: which clients, which grants, what a token looks like. */
import { randomBytes } from 'node:crypto';
import Provider, { type Configuration, errors, type JWK } from 'oidc-provider';
import { addSignInPage, browserFeatures, browserLifetimes, browserSignIn, toRedirects } from './browser-sign-in.ts';
import { answerDemoGrant } from './demo-grant.ts';
import { DEMO_CLIENT, DEMO_GRANT } from './demo-token.ts';
import { answerTokenExchange, EXCHANGE_GRANT, exchangeParameters, toActorClaim } from './exchange-grant.ts';
import type { IdentityProviderOptions } from './identity-provider.ts';
import { createProviderStore } from './provider-store.ts';
import type { ClientCredentials } from './standard-access.ts';

type Lifetimes = 'personTokenSeconds' | 'clientTokenSeconds' | 'exchangedTokenSeconds';
type Settled = 'issuer' | 'audience' | 'resources' | 'clients' | 'accounts' | Lifetimes;
type ProviderSettings = Required<Pick<IdentityProviderOptions, Settled>> & {
  signingKey: JWK;
  /** Where browsers come from to sign in, by client; may change. */
  originOf: (clientId: string) => string | undefined;
};

/** An oidc-provider that issues JWT access tokens (RFC 9068) for BFFs and for services. */
export function createProvider(settings: ProviderSettings): Provider {
  const { issuer, signingKey, audience, resources, clients, accounts, originOf } = settings;
  const { personTokenSeconds, clientTokenSeconds, exchangedTokenSeconds } = settings;
  const scopesByAudience = new Map([[audience, []], ...Object.entries(resources)]);

  function resourceOf(resource: string) {
    const scopes = scopesByAudience.get(resource);
    if (scopes === undefined) throw new errors.InvalidTarget();
    const format = { accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } } as const;
    return { audience: resource, scope: scopes.join(' '), ...format };
  }

  const configuration: Configuration = {
    ...browserSignIn,
    adapter: createProviderStore((id) => {
      const client = clients.find((candidate) => candidate.id === id);
      return client && toClient(client, originOf(id));
    }),
    jwks: { keys: [signingKey] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    ttl: { ...browserLifetimes, AccessToken: personTokenSeconds, ClientCredentials: clientTokenSeconds },
    findAccount: (_context, id) =>
      accounts(id) ? { accountId: id, claims: () => Promise.resolve({ sub: id }) } : undefined,
    scopes: ['openid', 'offline_access', ...Object.values(resources).flat()],
    extraTokenClaims: (_context, token) => toActorClaim(token),
    features: {
      devInteractions: { enabled: false },
      ...browserFeatures,
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: (_context, resource) => resourceOf(resource),
      },
    },
    clients: [
      {
        ...toRedirects(undefined),
        ...{ client_id: DEMO_CLIENT, grant_types: [DEMO_GRANT], token_endpoint_auth_method: 'none' },
      },
    ],
  };
  const provider = new Provider(issuer, configuration);
  addSignInPage(provider, accounts);
  const demoGrant = answerDemoGrant(provider, { audience, resourceOf, accounts });
  provider.registerGrantType(DEMO_GRANT, demoGrant, ['account', 'resource', 'dpop_jkt']);
  const exchangeGrant = answerTokenExchange(provider, {
    ...{ issuer, signingKey, audience, resourceOf, lifetimeSeconds: exchangedTokenSeconds },
    scopesOf: (id) => clients.find((client) => client.id === id)?.exchangeScopes ?? [],
  });
  provider.registerGrantType(EXCHANGE_GRANT, exchangeGrant, exchangeParameters);
  return provider;
}

function toClient({ id, secret, scopes = [], exchangeScopes }: ClientCredentials, origin: string | undefined) {
  const grants = ['client_credentials'];
  if (exchangeScopes !== undefined) grants.push(EXCHANGE_GRANT);
  if (origin !== undefined) grants.push('authorization_code', 'refresh_token');
  return {
    ...toRedirects(origin),
    ...{ client_id: id, client_secret: secret, token_endpoint_auth_method: 'client_secret_basic' as const },
    grant_types: grants,
    // Without any, a client could have them all.
    scope: ['openid', ...scopes].join(' '),
  };
}
