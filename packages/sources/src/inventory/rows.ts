/** How inventory answers many keys at once. */
import { row } from '@facet/core/data';
import { inventory } from '../generated/inventory-operations.ts';

export const stockByProductId = row(inventory.listStock, { keys: 'ids', matchBy: 'productId', audience: 'public' });
