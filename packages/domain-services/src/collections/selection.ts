// What a request asks of a collection: some ids, a page, or a page for each of some parents.
import { badParameter } from '../problem.ts';

export interface Page {
  readonly limit: number;
  readonly after: string | undefined;
}

export type ByIdsOrPage =
  | ({ readonly by: 'ids'; readonly ids: readonly string[] } & Page)
  | ({ readonly by: 'page' } & Page);
export type ByParents = { readonly by: 'parents'; readonly parentIds: readonly string[] } & Page;
export type Selection = ByIdsOrPage | ByParents;

export interface CollectionQuery {
  readonly ids?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

export interface Parents {
  /** The parameter that lists parents, for messages. */
  readonly parameter: string;
  readonly ids: readonly string[];
}

export const defaultLimit = 20;
const maxLimitPerParent = 20;

/** Of `ids`, all are wanted unless a limit says otherwise. */
export function toSelection({ ids, limit, after }: CollectionQuery): ByIdsOrPage {
  if (ids) return { by: 'ids', ids, limit: limit ?? ids.length, after };
  return { by: 'page', limit: limit ?? defaultLimit, after };
}

/** Throws a 400 problem for what a schema cannot say: ids beside parents, too large a page for each parent. */
export function toParentSelection({ ids, limit, after }: CollectionQuery, parents: Parents): ByParents {
  const { parameter, ids: parentIds } = parents;
  if (ids) throw badParameter('ids', `cannot be given together with ${parameter}`);
  if (limit !== undefined && limit > maxLimitPerParent) {
    throw badParameter('limit', `must be <= ${maxLimitPerParent} together with ${parameter}`);
  }
  return { by: 'parents', parentIds, limit: limit ?? defaultLimit, after };
}

/** A 400 problem: no item has the cursor's id, or none that this caller may see. */
export function unknownCursor(after: string): Error {
  return badParameter('after', `there is no item ${JSON.stringify(after)} to continue behind`);
}
