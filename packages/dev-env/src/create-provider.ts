/** Configuration of the embedded identity provider: which clients, which grants, what a token looks like. */
import { randomBytes } from 'node:crypto';
import Provider, { type Adapter, type Configuration, errors, type JWK, type KoaContextWithOIDC } from 'oidc-provider';
import { DEMO_CLIENT, DEMO_GRANT } from './demo-token.ts';
import type { IdentityProviderOptions } from './identity-provider.ts';

type Settled = 'issuer' | 'audience' | 'clients' | 'accounts' | 'personTokenSeconds' | 'clientTokenSeconds';
type ProviderSettings = Required<Pick<IdentityProviderOptions, Settled>> & { signingKey: JWK };

/** An oidc-provider that issues JWT access tokens (RFC 9068) for one audience, and stores nothing. */
export function createProvider(settings: ProviderSettings): Provider {
  const { issuer, signingKey, audience, clients, accounts, personTokenSeconds, clientTokenSeconds } = settings;
  const api = { audience, scope: '', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } } as const;
  const configuration: Configuration = {
    adapter: createEmptyAdapter,
    jwks: { keys: [signingKey] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    ttl: { AccessToken: personTokenSeconds, ClientCredentials: clientTokenSeconds },
    findAccount: (_context, id) =>
      accounts(id) ? { accountId: id, claims: () => Promise.resolve({ sub: id }) } : undefined,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: (_context, resource) => {
          if (resource !== audience) throw new errors.InvalidTarget();
          return api;
        },
      },
    },
    clients: [
      ...clients.map(({ id, secret }) => clientOf(id, 'client_credentials', secret)),
      clientOf(DEMO_CLIENT, DEMO_GRANT),
    ],
  };
  const provider = new Provider(issuer, configuration);
  provider.registerGrantType(DEMO_GRANT, answerDemoGrant(provider, audience, api, accounts), ['account']);
  return provider;
}

function clientOf(id: string, grant: string, secret?: string) {
  return {
    client_id: id,
    ...(secret === undefined ? {} : { client_secret: secret }),
    token_endpoint_auth_method: secret === undefined ? ('none' as const) : ('client_secret_basic' as const),
    grant_types: [grant],
    response_types: [],
    redirect_uris: [],
  };
}

type ResourceServerInfo = ConstructorParameters<Provider['ResourceServer']>[1];

function answerDemoGrant(
  provider: Provider,
  audience: string,
  api: ResourceServerInfo,
  accounts: (id: string) => boolean,
) {
  return async (context: KoaContextWithOIDC) => {
    const { client, params } = context.oidc;
    const account = typeof params?.account === 'string' ? params.account : '';
    if (client === undefined || !accounts(account)) {
      throw new errors.InvalidRequest(`parameter account: there is no demo account "${account}"`);
    }
    const token = new provider.AccessToken({ accountId: account, client, gty: DEMO_GRANT, grantId: DEMO_GRANT });
    token.resourceServer = new provider.ResourceServer(audience, api);
    context.body = { access_token: await token.save(), expires_in: token.expiration, token_type: token.tokenType };
  };
}

/** Access tokens are self-contained and clients are configuration: there is nothing to store. */
function createEmptyAdapter(): Adapter {
  const nothing = () => Promise.resolve(undefined);
  return {
    upsert: nothing,
    find: nothing,
    findByUid: nothing,
    findByUserCode: nothing,
    consume: nothing,
    destroy: nothing,
    revokeByGrantId: nothing,
  };
}
