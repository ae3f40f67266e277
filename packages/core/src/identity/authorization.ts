/** Decides who may have what the SDL demands something for; the engine enforces it, and plugs this in through its options. */
import type { Principal, RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { Authorization } from '../operation/authorize.ts';
import type { OwnerDemand } from '../operation/plan.ts';

export interface AuthorizationOptions {
  /**
   * Hears of each object that is withheld because it is not the caller's, even where nobody else is told: services give
   * a caller only what is theirs, so one of them did not.
   */
  readonly onWithheld?: (withheld: Withheld, context: RequestContext) => void;
}

export interface Withheld {
  readonly type: string;
  readonly code: FacetError['code'];
}

/**
 * `@auth`: anonymous callers are UNAUTHENTICATED; a token without one of the scopes is FORBIDDEN, with the
 * `missingScopes` in the details (RFC 6750, 3.1: `insufficient_scope`).
 * `@owner`: whoever speaks for no account is UNAUTHENTICATED, whoever speaks for another one FORBIDDEN. Objects without
 * an owner (`null`) are nobody's. An object that lacks the column altogether is UPSTREAM_INVALID_RESPONSE.
 */
export function createAuthorization({ onWithheld }: AuthorizationOptions = {}): Authorization {
  return {
    refusalOfCaller({ scopes }, context) {
      const principal = principalOf(context);
      if (principal === null) return new FacetError('UNAUTHENTICATED');
      if (scopes.length === 0) return undefined;
      const missingScopes = scopes.filter((scope) => !principal.scopes.includes(scope));
      return missingScopes.length === 0 ? undefined : new FacetError('FORBIDDEN', { details: { missingScopes } });
    },
    refusalOfOwner(demand, owner, context) {
      const account = principalOf(context)?.account ?? null;
      if (account !== null && isIdOf(owner, account)) return undefined;
      const refusal = toRefusal(demand, owner, account);
      onWithheld?.({ type: demand.typeName, code: refusal.code }, context);
      return refusal;
    },
  };
}

/** Services write ids as text or as numbers; a token has text. */
function isIdOf(owner: unknown, account: string): boolean {
  return owner === account || (typeof owner === 'number' && String(owner) === account);
}

function toRefusal({ typeName, column }: OwnerDemand, owner: unknown, account: string | null): FacetError {
  if (account === null) return new FacetError('UNAUTHENTICATED');
  if (owner !== undefined) return new FacetError('FORBIDDEN');
  const cause = new Error(`${typeName} came without its owner's column ${column}`);
  return new FacetError('UPSTREAM_INVALID_RESPONSE', { cause });
}

/** Executions without a request have no caller. */
function principalOf(context: Partial<RequestContext> | null | undefined): Principal | null {
  return context?.principal ?? null;
}
