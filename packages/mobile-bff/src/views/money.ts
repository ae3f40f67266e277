/** Money as people read it. */
import type { Product } from '@facet/sources';
import { type LocaleInput, moneyFormat } from './formats.ts';
import { invalidAnswer } from './invalid-answer.ts';

type Price = Pick<Product, 'priceAmount' | 'currency'>;
type OldPrice = Pick<Product, 'priceAmount' | 'compareAtAmount' | 'currency'>;

/** The price, for example `€49.90` for 4990 EUR. */
export function toPriceText({ priceAmount, currency }: Price, _args: unknown, { locale }: LocaleInput): string {
  return toMoneyText(priceAmount, currency, locale);
}

/** The price before the reduction; `null` where there is none. */
export function toOldPriceText(product: OldPrice, _args: unknown, { locale }: LocaleInput): string | null {
  const { priceAmount, compareAtAmount, currency } = product;
  return isReduced(priceAmount, compareAtAmount) ? toMoneyText(compareAtAmount, currency, locale) : null;
}

/** A price "before" that is not higher is no reduction. */
export function isReduced(priceAmount: number, compareAtAmount: number | null): compareAtAmount is number {
  return compareAtAmount !== null && compareAtAmount > priceAmount;
}

/** What all of a cart or an order costs. */
export function toTotalText(
  { totalAmount, currency }: { readonly totalAmount: number; readonly currency: string },
  _args: unknown,
  { locale }: LocaleInput,
): string {
  return toMoneyText(totalAmount, currency, locale);
}

/** Minor units are those of the currency: 100 to the euro, 1 to the yen. Throws UPSTREAM_INVALID_RESPONSE for nonsense. */
export function toMoneyText(amount: number, currency: string, locale: string): string {
  if (!Number.isSafeInteger(amount) || !/^[A-Z]{3}$/.test(currency)) throw invalidAnswer('money', { amount, currency });
  const format = moneyFormat(locale, currency);
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
