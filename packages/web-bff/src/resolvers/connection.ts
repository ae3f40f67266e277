/** Connections: every page of REST items is paged through in the same way. */
import { from } from '@facet/core';
import type { PageInfoResolvers } from '../generated/resolvers.ts';
import {
  hasNextPage,
  hasPreviousPage,
  toEdges,
  toEndCursor,
  toPageInfo,
  toStartCursor,
  toTotalCount,
} from '../views/connection.ts';

/** The fields of a connection of these items. */
export function connectionOf<Item extends { readonly id: string }>() {
  return {
    edges: from(['items'], toEdges<Item>),
    pageInfo: from(['items', 'next', 'total'], toPageInfo<Item>),
    totalCount: from(['total'], toTotalCount),
  };
}

export const PageInfo: PageInfoResolvers = {
  hasNextPage: from(['next'], hasNextPage),
  hasPreviousPage: from([], hasPreviousPage),
  startCursor: from(['items'], toStartCursor),
  endCursor: from(['items'], toEndCursor),
};
