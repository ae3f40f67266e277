/** Connections: every page of REST items is paged through in the same way. */
import { column, from, itself } from '@facet/core';
import type { PageInfoResolvers } from '../generated/resolvers.ts';
import type { Page } from '../mappers.ts';
import { hasNextPage, hasPreviousPage, toEndCursor, toStartCursor } from '../views/connection.ts';

/** The fields of a connection of these items. */
export function connectionOf<Item extends { readonly id: string }>() {
  return {
    edges: column<Page<Item>, 'items'>('items'),
    pageInfo: itself<Page<Item>>(),
    totalCount: column<Page<Item>, 'total'>('total'),
  };
}

/** The fields of a connection's edges: each is the item that it leads to. */
export function edgeOf<Item extends { readonly id: string }>() {
  return {
    cursor: column<Item, 'id'>('id'),
    node: itself<Item>(),
  };
}

export const PageInfo: PageInfoResolvers = {
  hasNextPage: from(['next'], hasNextPage),
  hasPreviousPage: from([], hasPreviousPage),
  startCursor: from(['items'], toStartCursor, { itemColumns: ['id'] }),
  endCursor: from(['items'], toEndCursor, { itemColumns: ['id'] }),
};
