/** The development-only grant that hands out a demo person's token without a password. */
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { DEMO_GRANT } from './demo-token.ts';

type ResourceServerInfo = ConstructorParameters<Provider['ResourceServer']>[1];

export interface DemoGrantOptions {
  /** Of a token for which no resource is named. */
  readonly audience: string;
  readonly resourceOf: (audience: string) => ResourceServerInfo;
  readonly accounts: (id: string) => boolean;
}

/**
 * Answers the grant: parameter `account`, `resource` for a token with all scopes of one service, and `dpop_jkt` for one
 * that is bound to the key with this thumbprint. That somebody has the key need not be proven here: it must be, wherever
 * the token is used.
 */
export function answerDemoGrant(provider: Provider, { audience, resourceOf, accounts }: DemoGrantOptions) {
  return async (context: KoaContextWithOIDC) => {
    const { client, params } = context.oidc;
    const account = typeof params?.account === 'string' ? params.account : '';
    if (client === undefined || !accounts(account)) {
      throw new errors.InvalidRequest(`parameter account: there is no demo account "${account}"`);
    }
    const resource = typeof params?.resource === 'string' ? params.resource : audience;
    const info = resourceOf(resource);
    const { scope } = info;
    const token = new provider.AccessToken({
      ...{ accountId: account, client, gty: DEMO_GRANT, grantId: DEMO_GRANT },
      ...(scope === '' ? {} : { scope }),
    });
    if (typeof params?.dpop_jkt === 'string') token.jkt = params.dpop_jkt;
    token.resourceServer = new provider.ResourceServer(resource, info);
    context.body = { access_token: await token.save(), expires_in: token.expiration, token_type: token.tokenType };
  };
}
