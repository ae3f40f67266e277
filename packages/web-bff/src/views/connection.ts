/** Connections: pages of REST items as clients page through them (Relay, Cursor Connections). */
import { FacetError } from '@facet/core';
import type { Page } from '../mappers.ts';
import { isId } from './global-id.ts';

interface Items {
  readonly items: readonly { readonly id: string }[];
}

/** Most items one page of a search may have. */
export const maxSearchPage = 100;
/** Most orders one page may have; each may bring up to 100 products with it. */
const maxOrderPage = 50;
/** Most items one page may have for each parent. */
export const maxPagePerParent = 20;

export function hasNextPage({ next }: Pick<Page<unknown>, 'next'>): boolean {
  return next !== null;
}

/** Forward paging leaves what came before unknown, for which the Relay specification has false. */
export function hasPreviousPage(): boolean {
  return false;
}

export function toStartCursor({ items }: Items): string | null {
  return items[0]?.id ?? null;
}

export function toEndCursor({ items }: Items): string | null {
  return items.at(-1)?.id ?? null;
}

interface PageArgs {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Paging arguments as REST parameters; throws BAD_USER_INPUT for a size out of bounds or what is no cursor. */
export function fromPageArgs({ first, after }: PageArgs, maxFirst: number) {
  if (first < 1 || first > maxFirst) {
    throw new FacetError('BAD_USER_INPUT', {
      message: `Argument first is from 1 to ${maxFirst} here, received ${first}. Page with after to get more.`,
      details: { argument: 'first', maximum: maxFirst },
    });
  }
  if (after !== null && after !== undefined && !isId(after)) {
    throw new FacetError('BAD_USER_INPUT', {
      message: 'Argument after takes the cursor of an edge, or the endCursor of a page; what was given is neither.',
      details: { argument: 'after' },
    });
  }
  return { limit: first, after };
}

/** Paging arguments of a list that every parent has. */
export function fromParentPageArgs(args: PageArgs) {
  return fromPageArgs(args, maxPagePerParent);
}

/** Paging arguments of the person's own orders. */
export function fromOrderPageArgs(args: PageArgs) {
  return fromPageArgs(args, maxOrderPage);
}
