/** Arguments of the list of orders in the words of the orders service. */
import { FacetError } from '@facet/core';

/** So many pictures are one call of the catalog. */
const maxFirst = 50;

interface OrdersArgs {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Throws BAD_USER_INPUT for a page size out of bounds; a cursor that is none, the service refuses. */
export function toOrdersParams({ first, after }: OrdersArgs) {
  if (first >= 1 && first <= maxFirst) return { limit: first, after };
  throw new FacetError('BAD_USER_INPUT', {
    message: `first must be from 1 to ${maxFirst}, received ${first}. For more, send the answer's \`next\` as \`after\`.`,
    details: { argument: 'first', min: 1, max: maxFirst },
  });
}
