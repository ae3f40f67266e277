/** The BFF's own access token (RFC 6749, 4.4 client credentials), for what is the same for everybody. */
import type { FetchJson, Provider } from './provider.ts';

const renewBeforeExpiryMs = 60_000;

export interface ClientTokenOptions {
  readonly provider: Pick<Provider, 'metadata'>;
  readonly fetchJson: FetchJson;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The audience that the token is asked for (RFC 8707). */
  readonly audience: string;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

export interface ClientToken {
  /** A token that is good for a while; fetched once for all who wait, renewed a minute before it expires. */
  get(): Promise<string>;
  /** Drops a token that a service refused, unless a newer one is there already. */
  forget(token: string): void;
}

/** Creates the source of the BFF's own token; `get` rejects when the provider gives none, and the next call tries again. */
export function createClientToken(options: ClientTokenOptions): ClientToken {
  const { provider, fetchJson, clientId, clientSecret, audience, now = Date.now } = options;
  let current: { token: string; renewAt: number } | undefined;
  let pending: Promise<string> | undefined;

  async function request(): Promise<string> {
    const { token_endpoint: url } = await provider.metadata();
    const credentials = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString(
      'base64',
    );
    const answer = (await fetchJson({
      method: 'POST',
      url,
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }).toString(),
    })) as { access_token?: unknown; expires_in?: unknown };
    const { access_token: token, expires_in: lifetimeSeconds } = answer;
    if (typeof token !== 'string' || typeof lifetimeSeconds !== 'number') {
      throw new Error(`${url} answered without access_token or expires_in.`);
    }
    const lifetimeMs = lifetimeSeconds * 1_000;
    current = { token, renewAt: now() + Math.max(lifetimeMs - renewBeforeExpiryMs, lifetimeMs / 2) };
    return token;
  }

  return {
    async get() {
      if (current !== undefined && now() < current.renewAt) return current.token;
      pending ??= request().finally(() => {
        pending = undefined;
      });
      return pending;
    },
    forget(token) {
      if (current?.token === token) current = undefined;
    },
  };
}
