/** Lines of the cart and of orders. */
import type { CartItem, OrderItem } from '@facet/sources';
import type { LocaleInput } from './formats.ts';
import { toMoneyText } from './money.ts';

/** An item that knows the currency it is sold in. */
export type Line = (CartItem | OrderItem) & { readonly currency: string };

export function toLines({
  items,
  currency,
}: {
  readonly items: readonly (CartItem | OrderItem)[];
  readonly currency: string;
}): Line[] {
  return items.map((item) => ({ ...item, currency }));
}

export function toUnitPrice(
  { unitAmount, currency }: Pick<Line, 'unitAmount' | 'currency'>,
  _args: unknown,
  { locale }: LocaleInput,
): string {
  return toMoneyText(unitAmount, currency, locale);
}

export function toLinePrice(
  { lineAmount, currency }: Pick<Line, 'lineAmount' | 'currency'>,
  _args: unknown,
  { locale }: LocaleInput,
): string {
  return toMoneyText(lineAmount, currency, locale);
}
