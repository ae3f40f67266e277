/** How carts answers many keys at once; a cart's id is its account's. */
import { row } from '@facet/core/data';
import { carts } from '../generated/carts-operations.ts';

export const cartById = row(carts.listCarts, { keys: 'ids', matchBy: 'id', audience: 'principal' });
