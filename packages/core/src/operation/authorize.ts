/** What the SDL demands of a caller, enforced while a plan runs; others decide. */
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { AuthDemand, ObjectGuard, OwnerDemand } from './plan.ts';

/** Decides who may have what. What is thrown refuses, too. */
export interface Authorization {
  /** Why the caller lacks what `@auth` demands: UNAUTHENTICATED or FORBIDDEN; `undefined` when they do not. */
  refusalOfCaller(demand: AuthDemand, context: RequestContext): FacetError | undefined;
  /**
   * Why an object is not the caller's (`@owner`); `undefined` when it is. `owner` is what stands in its column, and may be
   * anything.
   */
  refusalOfOwner(demand: OwnerDemand, owner: unknown, context: RequestContext): FacetError | undefined;
}

/** What decisions are made with. */
interface Deciding {
  readonly authorization?: Authorization | undefined;
  readonly contextValue: unknown;
}

/** Why the caller may not have a field, in any object of a level. */
export function refusalOfField(demand: AuthDemand, { authorization, contextValue }: Deciding): FacetError | undefined {
  if (authorization === undefined) return nobodyDecides();
  try {
    return authorization.refusalOfCaller(demand, contextValue as RequestContext);
  } catch (reason) {
    return FacetError.from(reason);
  }
}

/** Whether an object may be answered; `false` where it is kept secret. Throws the refusal of one that is not. */
export function isAdmitted({ auth, owner }: ObjectGuard, value: unknown, deciding: Deciding): boolean {
  const refusal = auth && refusalOfField(auth, deciding);
  if (refusal !== undefined) throw refusal;
  if (owner === undefined) return true;
  const notTheirs = refusalOfObject(owner, value, deciding);
  if (notTheirs === undefined || owner.isSecret) return notTheirs === undefined;
  throw notTheirs;
}

function refusalOfObject(demand: OwnerDemand, value: unknown, deciding: Deciding): FacetError | undefined {
  const { authorization, contextValue } = deciding;
  if (authorization === undefined) return nobodyDecides();
  try {
    for (const owner of ownersOf(demand, value as Columns)) {
      const refusal = authorization.refusalOfOwner(demand, owner, contextValue as RequestContext);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  } catch (reason) {
    return FacetError.from(reason);
  }
}

type Columns = Readonly<Record<string, unknown>>;

function ownersOf({ column, items }: OwnerDemand, value: Columns): readonly unknown[] {
  if (items === undefined) return [value[column]];
  const list = value[items];
  // Whose something is that is no list, nobody knows.
  return Array.isArray(list) ? list.map((item: Columns | null) => item?.[column]) : [undefined];
}

/** A schema that demands something, run by somebody who did not say how it is decided. */
function nobodyDecides(): FacetError {
  return new FacetError('FORBIDDEN', { cause: new Error('createExecute was given no `authorization`') });
}
