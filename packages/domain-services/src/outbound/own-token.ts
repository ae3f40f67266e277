// A service's own access tokens, by client credentials (RFC 6749, 4.4): one for each service it calls and what it does there.
import type { Dispatcher } from 'undici';

export interface OwnTokenOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly identity: { readonly issuer: string };
  readonly dispatcher: Dispatcher;
  /** The current time in ms since 1970; for tests. */
  readonly now?: () => number;
}

export interface OwnToken {
  /** The token; one request to the provider however many wait, each no longer than its own `signal`. */
  get(signal: AbortSignal): Promise<string>;
  /** The next caller gets another one. */
  forget(token: string): void;
}

const renewBeforeMs = 30_000;
const fetchTimeoutMs = 2000;

export interface OwnTokens {
  /** The one for an audience (RFC 8707) and a scope: a token that leaks at one service is of no use at another. */
  of(audience: string, scope?: string): OwnToken;
}

interface Held {
  readonly token: string;
  readonly renewAtMs: number;
}

async function readJson({ statusCode, body }: Dispatcher.ResponseData, url: string): Promise<Record<string, unknown>> {
  if (statusCode === 200) return (await body.json()) as Record<string, unknown>;
  await body.dump();
  throw new Error(`${url} answered ${statusCode}`);
}

const toRequest = (url: string) => {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: pathname + search, signal: AbortSignal.timeout(fetchTimeoutMs) };
};

function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', abort));
}

/** Nothing is asked of the provider before a token is needed; where its token endpoint is, once. */
export function createOwnTokens(options: OwnTokenOptions): OwnTokens {
  const { clientId, clientSecret, identity, dispatcher, now = Date.now } = options;
  const tokens = new Map<string, OwnToken>();
  let endpoint: string | undefined;

  const discover = async () => {
    const url = `${identity.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const document = await readJson(await dispatcher.request({ ...toRequest(url), method: 'GET' }), url);
    if (typeof document.token_endpoint !== 'string') throw new Error(`${url} has no token_endpoint`);
    return document.token_endpoint;
  };

  const fetchToken = async (wanted: Record<string, string>): Promise<Held> => {
    endpoint ??= await discover();
    const credentials = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`; // RFC 6749, 2.3.1
    const answer = await dispatcher.request({
      ...toRequest(endpoint),
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...wanted }).toString(),
    });
    const { access_token: token, expires_in: seconds } = await readJson(answer, endpoint);
    if (typeof token !== 'string') throw new Error(`${endpoint} gave no access_token`);
    const lifetimeMs = typeof seconds === 'number' ? seconds * 1000 : 0;
    return { token, renewAtMs: now() + Math.max(lifetimeMs - renewBeforeMs, lifetimeMs / 2) };
  };

  return {
    of: (audience, scope) => {
      const key = `${audience} ${scope}`;
      const known = tokens.get(key);
      if (known) return known;
      const wanted = { resource: audience, ...(scope === undefined ? {} : { scope }) };
      const made = createOwnToken(() => fetchToken(wanted), now);
      tokens.set(key, made);
      return made;
    },
  };
}

function createOwnToken(fetchToken: () => Promise<Held>, now: () => number): OwnToken {
  let held: Held | undefined;
  let fetching: Promise<Held> | undefined;

  const get = async (signal: AbortSignal) => {
    if (held && held.renewAtMs > now()) return held.token;
    fetching ??= fetchToken().finally(() => {
      fetching = undefined;
    });
    held = await untilAborted(fetching, signal);
    return held.token;
  };
  const forget = (token: string) => {
    if (held?.token === token) held = undefined;
  };
  return { get, forget };
}
