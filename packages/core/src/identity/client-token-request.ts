/** Asks the provider's token endpoint in the BFF's own name (RFC 6749, 2.3.1 and 5.1). */
import type { IssuedToken } from './credentials-memory.ts';
import type { FetchJson, Provider } from './provider.ts';

export interface TokenRequestOptions {
  readonly provider: Pick<Provider, 'metadata'>;
  readonly fetchJson: FetchJson;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Sends a grant; rejects as `fetchJson` does, and with an Error when the answer is no bearer token with a lifetime. */
export type RequestToken = (grant: Readonly<Record<string, string>>) => Promise<IssuedToken>;

/** What a token is for: one audience, and in it no more than the scope. */
export interface TokenTarget {
  readonly audience: string;
  /** Separated by spaces; empty where the operation needs none. */
  readonly scope: string;
}

export function createTokenRequest(options: TokenRequestOptions): RequestToken {
  const { provider, fetchJson, clientId, clientSecret } = options;
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
  const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };

  return async (grant) => {
    const { token_endpoint: url } = await provider.metadata();
    const body = new URLSearchParams(grant).toString();
    return toIssuedToken(url, await fetchJson({ method: 'POST', url, headers, body }));
  };
}

/** An audience that is a URI is asked for as `resource` (RFC 8707), another as `audience` (RFC 8693, 2.1). */
export function toTargetParameters({ audience, scope }: TokenTarget): Record<string, string> {
  return {
    [URL.canParse(audience) ? 'resource' : 'audience']: audience,
    ...(scope === '' ? {} : { scope }),
  };
}

function toIssuedToken(url: string, answer: unknown): IssuedToken {
  const { access_token: token, expires_in: seconds, token_type: type = 'Bearer' } = answer as Record<string, unknown>;
  if (typeof token !== 'string' || typeof seconds !== 'number') {
    throw new Error(`${url} answered without access_token or expires_in.`);
  }
  if (!/^[\w.~+/-]+=*$/.test(token)) throw new Error(`${url} gave a token that no header can carry.`);
  if (!(seconds > 0 && seconds < Number.POSITIVE_INFINITY)) throw new Error(`${url} gave a token for ${seconds} s.`);
  if (!/^bearer$/i.test(String(type))) throw new Error(`${url} gave a token of type ${type}, expected Bearer.`);
  return { token, lifetimeMs: seconds * 1_000 };
}
