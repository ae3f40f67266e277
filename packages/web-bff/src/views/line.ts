/** Lines of carts and orders: pieces of one product with their prices. */
import type { CartItem, OrderItem } from '@facet/sources';
import type { Line } from '../mappers.ts';
import { toMoney } from './money.ts';

type Item = CartItem | OrderItem;

/** Each with the currency that its amounts are in. */
export function toLines<Kind extends Item>({ items, currency }: { items: readonly Kind[]; currency: string }) {
  return items.map((item): Line<Kind> => ({ ...item, currency }));
}

export function toUnitPrice({ unitAmount, currency }: Pick<Line<Item>, 'unitAmount' | 'currency'>) {
  return toMoney(unitAmount, currency);
}

export function toLinePrice({ lineAmount, currency }: Pick<Line<Item>, 'lineAmount' | 'currency'>) {
  return toMoney(lineAmount, currency);
}

/** Pieces over all lines. */
export function toItemCount({ items }: { readonly items: readonly Pick<Item, 'quantity'>[] }): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0);
}
