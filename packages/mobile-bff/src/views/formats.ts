/** Formatters by locale: making one costs a thousand times what using it does, so each is made once. */
import type { ViewInputs } from '@facet/core';

/** What every view reads that writes for people. */
export type LocaleInput = Pick<ViewInputs, 'locale'>;

export const integerFormat = remembered((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));

/** One decimal, always: `4.0`, `4.6`. */
export const decimalFormat = remembered(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

export const percentFormat = remembered((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));

/** `12 Mar 2026` in UTC, so that a date is the same on every machine. */
export const dateFormat = remembered(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);

export const pluralRules = remembered((locale) => new Intl.PluralRules(locale));

export const regionNames = remembered((locale) => new Intl.DisplayNames(locale, { type: 'region' }));

const moneyFormats = remembered((locale) =>
  remembered((currency) => new Intl.NumberFormat(locale, { style: 'currency', currency })),
);

/** Throws a RangeError for what is not three letters. */
export function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  return moneyFormats(locale)(currency);
}

/** Locales are those of the BFF's settings and currencies those of the catalog: neither grows with what callers send. */
function remembered<T>(create: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? create(key);
    known.set(key, value);
    return value;
  };
}
