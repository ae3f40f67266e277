/** The BFF's own access tokens (RFC 6749, 4.4 client credentials), for what is the same for everybody. */
import { FacetError } from '../errors/facet-error.ts';
import { type RequestToken, type TokenTarget, toTargetParameters } from './client-token-request.ts';
import { createCredentialsMemory } from './credentials-memory.ts';

export interface ClientTokens {
  /** A token that is good for a while; fetched once for all who wait, renewed a minute before it expires. */
  get(target: TokenTarget): string | Promise<string>;
  /** Drops a token that a service refused, unless it is not a second old, or a newer one is there already. */
  forget(target: TokenTarget, token: string): void;
}

/** Creates the source of the BFF's own tokens; `get` rejects with UPSTREAM_UNAVAILABLE when the provider gives none. */
export function createClientTokens(requestToken: RequestToken, now?: () => number): ClientTokens {
  const memory = createCredentialsMemory({ now });

  async function request(target: TokenTarget) {
    try {
      return await requestToken({ grant_type: 'client_credentials', ...toTargetParameters(target) });
    } catch (cause) {
      throw new FacetError('UPSTREAM_UNAVAILABLE', { cause });
    }
  }

  return {
    get: (target) => memory.get(keyOf(target), () => request(target)),
    forget: (target, token) => memory.forget(keyOf(target), token),
  };
}

const keyOf = ({ audience, scope }: TokenTarget) => `${audience} ${scope}`;
