/** Token exchange (RFC 8693): the caller's token stays here, each service gets one that is good for it alone. */
import { hash } from 'node:crypto';
import type { ErrorCode } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import { type RequestToken, type TokenTarget, toTargetParameters } from './client-token-request.ts';
import { createCredentialsMemory } from './credentials-memory.ts';
import { oauthErrorOf } from './provider.ts';

export interface ExchangeTarget extends TokenTarget {
  /** The caller's verified access token. */
  readonly subjectToken: string;
}

export interface TokenExchange {
  /**
   * A token of the caller for one audience with no more than the scope: one exchange for all calls that need it, until a
   * minute before it expires, or half its time where that is later. Rejects with UNAUTHENTICATED when the provider does
   * not take the caller's token any more, FORBIDDEN when it grants the scope to the caller or the BFF no more, and
   * UPSTREAM_UNAVAILABLE when it gives none for another reason.
   */
  get(target: ExchangeTarget): string | Promise<string>;
  /** Drops a token that a service refused, unless it is not a second old, or a newer one is there already. */
  forget(target: ExchangeTarget, token: string): void;
}

const accessToken = 'urn:ietf:params:oauth:token-type:access_token';

/** Of RFC 6749, 5.2 and RFC 8693, 2.2.2: a subject token that cannot be used is an `invalid_request` there. */
const codeByError: Readonly<Record<string, ErrorCode>> = {
  invalid_request: 'UNAUTHENTICATED',
  invalid_grant: 'UNAUTHENTICATED',
  invalid_scope: 'FORBIDDEN',
  access_denied: 'FORBIDDEN',
};

/** Creates the source of callers' tokens for services. Nothing of a caller's token but its hash is remembered. */
export function createTokenExchange(requestToken: RequestToken, now?: () => number): TokenExchange {
  const memory = createCredentialsMemory({ now });

  async function request(target: ExchangeTarget) {
    try {
      return await requestToken({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: target.subjectToken,
        subject_token_type: accessToken,
        requested_token_type: accessToken,
        ...toTargetParameters(target),
      });
    } catch (cause) {
      throw new FacetError(codeByError[oauthErrorOf(cause) ?? ''] ?? 'UPSTREAM_UNAVAILABLE', { cause });
    }
  }

  return {
    get: (target) => memory.get(keyOf(target), () => request(target)),
    forget: (target, token) => memory.forget(keyOf(target), token),
  };
}

function keyOf({ subjectToken, audience, scope }: ExchangeTarget): string {
  return `${hash('sha256', subjectToken, 'base64url')} ${audience} ${scope}`;
}
