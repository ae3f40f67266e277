/** Token exchange of the embedded provider (RFC 8693): a BFF turns its caller's token into one for a service. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { errors, type JWK, type KoaContextWithOIDC, type Provider } from 'oidc-provider';

export const EXCHANGE_GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

export const exchangeParameters = [
  'subject_token',
  'subject_token_type',
  'requested_token_type',
  'resource',
  'audience',
  'scope',
];

type ResourceServerInfo = ConstructorParameters<Provider['ResourceServer']>[1];

export interface ExchangeGrantOptions {
  readonly issuer: string;
  readonly signingKey: JWK;
  /** Of the tokens that may be exchanged: those for BFFs. */
  readonly audience: string;
  readonly resourceOf: (audience: string) => ResourceServerInfo;
  /** What a client may do for people. */
  readonly scopesOf: (clientId: string) => readonly string[];
  readonly lifetimeSeconds: number;
}

/** Who acts for the person of a token that is about to be written. */
const actors = new WeakMap<object, object>();

/** For the provider's `extraTokenClaims`. */
export function toActorClaim(token: object): Record<string, object> | undefined {
  const act = actors.get(token);
  return act && { act };
}

interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly exp: number;
  readonly act?: object;
}

/**
 * Answers the grant: the new token is the same person's, for the service alone, with the scope asked for, and says in
 * `act` who acts for them. It never outlives the one that it was given for. A subject token that is forged, expired or
 * not for a BFF is `invalid_request`, as the RFC has it.
 */
export function answerTokenExchange(provider: Provider, options: ExchangeGrantOptions) {
  const key = createPublicKey({ key: options.signingKey, format: 'jwk' } as Parameters<typeof createPublicKey>[0]);
  return async (context: KoaContextWithOIDC) => {
    const { client } = context.oidc;
    const params = context.oidc.params as Record<string, string | undefined>;
    const claims = readSubjectToken(params, key, options);
    if (client === undefined) throw new errors.InvalidClient('client is not known');
    const resource = params.resource ?? params.audience ?? '';
    const info = options.resourceOf(resource);
    const scope = grantedScope(params.scope ?? '', info, options.scopesOf(client.clientId));
    const token = new provider.AccessToken({
      ...{ accountId: claims.sub, client, gty: EXCHANGE_GRANT, grantId: EXCHANGE_GRANT, scope },
      ...{ expiresIn: Math.min(options.lifetimeSeconds, claims.exp - Math.floor(Date.now() / 1_000)) },
    } as ConstructorParameters<Provider['AccessToken']>[0]);
    actors.set(token, { sub: client.clientId, ...(claims.act === undefined ? {} : { act: claims.act }) });
    token.resourceServer = new provider.ResourceServer(resource, info);
    context.body = {
      access_token: await token.save(),
      ...{ issued_token_type: ACCESS_TOKEN, token_type: token.tokenType, expires_in: token.expiration, scope },
    };
  };
}

/** Each scope must be one of the service's and one of those that the client may use for people. */
function grantedScope(asked: string, info: ResourceServerInfo, allowed: readonly string[]): string {
  const known = new Set(info.scope?.split(' '));
  for (const scope of asked.split(' ').filter(Boolean)) {
    if (!known.has(scope) || !allowed.includes(scope)) {
      throw new errors.InvalidScope('requested scope is not allowed', scope);
    }
  }
  return asked;
}

function readSubjectToken(
  params: Record<string, string | undefined>,
  key: KeyObject,
  { issuer, audience }: ExchangeGrantOptions,
): Claims {
  const [head = '', body = '', signature = ''] = (params.subject_token ?? '').split('.');
  const isGenuine =
    params.subject_token_type === ACCESS_TOKEN &&
    verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
  const claims = isGenuine ? readClaims(body) : undefined;
  const isGood = claims?.iss === issuer && claims.aud === audience && Number(claims.exp) > Date.now() / 1_000;
  if (!isGood) throw new errors.InvalidRequest('subject_token is not a current access token for this client');
  return claims as Claims;
}

function readClaims(part: string): Partial<Claims> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Partial<Claims>;
}
