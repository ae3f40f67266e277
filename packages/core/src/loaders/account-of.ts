/** Whose request it is, for bindings of what belongs to a person. */
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';

/** The caller's account; throws UNAUTHENTICATED for anonymous callers and for apps that speak for themselves. */
export function accountOf({ principal }: Pick<RequestContext, 'principal'>): string {
  const account = principal?.account ?? null;
  if (account === null) throw new FacetError('UNAUTHENTICATED');
  return account;
}
