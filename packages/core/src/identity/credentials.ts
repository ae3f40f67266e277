/** Outbound layer: gives every call the token its audience needs. */
import type { OutboundLayer, OutboundRequest } from '../client/transport.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { ClientToken } from './client-token.ts';

/**
 * `principal`: the caller's own token, UNAUTHENTICATED for anonymous callers before any call.
 * `public`: the BFF's own token, fetched again once when the service refuses it, UPSTREAM_UNAVAILABLE when there is none.
 */
export function createCredentials(clientToken: ClientToken): OutboundLayer {
  return (next) => async (request) => {
    if (request.audience === 'principal') return next(withToken(request, principalToken(request)));
    const token = await ownToken(clientToken);
    const response = await next(withToken(request, token));
    if (response.status !== 401) return response;
    clientToken.forget(token);
    return next(withToken(request, await ownToken(clientToken)));
  };
}

function withToken(request: OutboundRequest, token: string): OutboundRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

function principalToken({ context }: OutboundRequest): string {
  if (context.principal === null) throw new FacetError('UNAUTHENTICATED');
  return context.principal.token;
}

async function ownToken(clientToken: ClientToken): Promise<string> {
  try {
    return await clientToken.get();
  } catch (cause) {
    throw new FacetError('UPSTREAM_UNAVAILABLE', { cause });
  }
}
