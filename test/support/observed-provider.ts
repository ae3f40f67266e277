/** The embedded identity provider behind a proxy that shows what clients ask it for, and may change what they are told. */
import { type IdentityProvider, type IdentityProviderOptions, startIdentityProvider } from '@facet/dev-env';
import { type Forwarder, startForwarder } from './forwarder.ts';

export interface TokenCall {
  readonly grant: string;
  readonly form: URLSearchParams;
  readonly status: number;
  /** Of the answer. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface ObservedProvider extends Pick<IdentityProvider, 'issuer' | 'token' | 'setOrigin'> {
  /** Calls of the token endpoint, in order. */
  readonly tokenCalls: readonly TokenCall[];
  callsOf(grant: string): TokenCall[];
  /** Tells clients of the next tokens for people that they are good for so long; how long they are is unchanged. */
  pretendLifetime(seconds: number | undefined): void;
  /** Refuses everybody, or whoever asks for this path, as a provider that is down does, until told otherwise. */
  setAway(isAway: boolean, path?: string): void;
  /** Keeps requests for this path waiting until told to let them go. */
  hold(path: string): () => void;
  close(): Promise<void>;
}

export async function startObservedProvider(options: IdentityProviderOptions = {}): Promise<ObservedProvider> {
  const tokenCalls: TokenCall[] = [];
  let pretended: number | undefined;
  let awayPath: string | undefined;
  let held: { readonly path: string; readonly until: Promise<void> } | undefined;
  let target = '';

  async function toOrigin(path: string): Promise<string> {
    if (held !== undefined && path.startsWith(held.path)) await held.until;
    return awayPath !== undefined && path.startsWith(awayPath) ? 'http://localhost:1' : target;
  }

  const proxy: Forwarder = await startForwarder({
    to: toOrigin,
    onExchange: ({ target: path, requestBody, status, body }) => {
      if (path !== '/token') return;
      const form = new URLSearchParams(requestBody.toString());
      const json = JSON.parse(body.toString()) as Record<string, unknown>;
      tokenCalls.push({ grant: form.get('grant_type') ?? '', form, status, json });
    },
    rewrite: ({ target: path, requestBody, body }) => {
      const isCode = path === '/token' && requestBody.toString().includes('grant_type=authorization_code');
      if (pretended === undefined || !isCode) return undefined;
      return Buffer.from(JSON.stringify({ ...JSON.parse(body.toString()), expires_in: pretended }));
    },
  });
  const provider = await startIdentityProvider({ port: 0, issuer: proxy.origin, ...options });
  target = provider.url;
  return {
    issuer: proxy.origin,
    token: provider.token,
    setOrigin: provider.setOrigin,
    tokenCalls,
    callsOf: (grant) => tokenCalls.filter((call) => call.grant === grant),
    pretendLifetime: (seconds) => {
      pretended = seconds;
    },
    setAway: (isAway, path = '/') => {
      awayPath = isAway ? path : undefined;
    },
    hold(path) {
      const { promise: until, resolve } = Promise.withResolvers<void>();
      held = { path, until };
      return () => {
        held = undefined;
        resolve();
      };
    },
    async close() {
      await proxy.close();
      await provider.close();
    },
  };
}
