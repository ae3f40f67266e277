/** How orders answers many keys at once, and what it lists for the caller. */
import { type Row, row } from '@facet/core/data';
import type { components, operations } from '../generated/orders.ts';
import { orders } from '../generated/orders-operations.ts';

export const orderById = row(orders.listOrders, { keys: 'ids', matchBy: 'id', audience: 'principal' });

type OrderPage = components['schemas']['OrderPage'];
type Paging = Pick<NonNullable<operations['listOrders']['parameters']['query']>, 'limit' | 'after'>;

/**
 * The caller's own, newest first, up to 100 a page; by account a page would end at 20. Without ids and accounts the
 * answer is a page, never groups, which the contract says in words and this row in types.
 */
export const ownOrders = row(orders.listOrders, { audience: 'principal' }) as Row<never, OrderPage, Paging>;
