/** Money: amounts in minor units as clients show and filter them. */
import { FacetError } from '@facet/core';
import type { Product } from '@facet/sources';

const fractionDigits = new Map<string, number>();

/** Digits behind the decimal point of a currency (ISO 4217): 2 for EUR, 0 for JPY. */
function fractionDigitsOf(currency: string): number {
  const known = fractionDigits.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  fractionDigits.set(currency, digits);
  return digits;
}

/** `12990`, `EUR` becomes `129.90`: by text, since a division would round. */
function toDecimal(amountMinor: number, currency: string): string {
  const digits = fractionDigitsOf(currency);
  const padded = String(amountMinor).padStart(digits + 1, '0');
  return digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** Throws UPSTREAM_INVALID_RESPONSE for what is no amount of minor units. */
export function toMoney(amountMinor: number, currency: string) {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new FacetError('UPSTREAM_INVALID_RESPONSE', { cause: { amountMinor, currency } });
  }
  return { amount: toDecimal(amountMinor, currency), amountMinor, currency };
}

interface Total {
  readonly totalAmount: number;
  readonly currency: string;
}

export function toTotal({ totalAmount, currency }: Total) {
  return toMoney(totalAmount, currency);
}

export function toPrice({ priceAmount, currency }: Pick<Product, 'priceAmount' | 'currency'>) {
  return toMoney(priceAmount, currency);
}

export function toCompareAtPrice({ compareAtAmount, currency }: Pick<Product, 'compareAtAmount' | 'currency'>) {
  return compareAtAmount === null ? null : toMoney(compareAtAmount, currency);
}
