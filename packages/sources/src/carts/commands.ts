/** What changes a cart. */
import { command } from '@facet/core/data';
import { carts } from '../generated/carts-operations.ts';
import { cartById } from './rows.ts';

const cartChanges = [{ row: cartById, keysOf: ({ cartId }: { cartId: string }) => [cartId] }];

export const addCartItem = command(carts.addCartItem, { outcomes: ['VALIDATION_FAILED'], changes: cartChanges });

export const updateCartItem = command(carts.updateCartItem, {
  outcomes: ['VALIDATION_FAILED', 'NOT_FOUND'],
  changes: cartChanges,
});

export const removeCartItems = command(carts.removeCartItems, { outcomes: ['BAD_REQUEST'], changes: cartChanges });
