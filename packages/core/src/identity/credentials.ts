/** Outbound layer: gives every call the token it needs, for the one service it goes to and no more than it does there. */
import type { OutboundLayer, OutboundRequest, OutboundResponse, Send } from '../client/transport.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { ClientTokens } from './client-token.ts';
import type { ExchangeTarget, TokenExchange } from './token-exchange.ts';

export interface CredentialsOptions {
  readonly clientTokens: ClientTokens;
  readonly exchange: TokenExchange;
  /** The audience of a service's tokens. */
  readonly audienceOf: (service: string) => string;
}

type Tokens = Pick<TokenExchange, 'get' | 'forget'>;

/**
 * `user`: a token of the caller's for the service, exchanged for the caller's own, which goes no further. `client`: the
 * BFF's own. `none`: no token. Unless the request says, calls of audience `principal` take the first, `public` the second.
 * Calls of audience `principal` are UNAUTHENTICATED for anonymous callers before any call, whatever they take.
 * A token that the service refuses is fetched again once, unless it is not a second old; no token is waited for longer
 * than the call may take.
 */
export function createCredentials({ clientTokens, exchange, audienceOf }: CredentialsOptions): OutboundLayer {
  return (next) => (request) => {
    const { audience, token: kind = audience === 'principal' ? 'user' : 'client' } = request;
    // Only here: whoever asks who is calling has an answer of their own.
    const subjectToken = audience === 'principal' ? request.context.principal?.token : '';
    if (subjectToken === undefined) return Promise.reject(new FacetError('UNAUTHENTICATED'));
    if (kind === 'none') return next(request);
    const target = { audience: audienceOf(request.service), scope: request.scopes?.join(' ') ?? '', subjectToken };
    const tokens: Tokens = kind === 'user' ? exchange : clientTokens;
    const token = tokens.get(target);
    if (typeof token === 'string') return send(next, request, target, tokens, token);
    return inTime(token, request).then((held) => send(next, request, target, tokens, held));
  };
}

async function send(next: Send, request: OutboundRequest, target: ExchangeTarget, tokens: Tokens, token: string) {
  const response: OutboundResponse = await next(withToken(request, token));
  if (response.status !== 401) return response;
  tokens.forget(target, token);
  const another = await inTime(tokens.get(target), request);
  return another === token ? response : next(withToken(request, another));
}

function withToken(request: OutboundRequest, token: string): OutboundRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

/** The token, unless the call is given up first, or its time is over. */
function inTime(token: string | Promise<string>, { signal, timeoutMs }: OutboundRequest): Promise<string> {
  if (typeof token === 'string') return Promise.resolve(token);
  const { promise: over, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(FacetError.from(signal.reason));
  const onTimeout = () => reject(new FacetError('UPSTREAM_UNAVAILABLE', { cause: 'the identity provider is late' }));
  const timer = timeoutMs === undefined ? undefined : setTimeout(onTimeout, timeoutMs);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  return Promise.race([token, over]).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}
