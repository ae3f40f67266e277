/** A person's own data as the account screen shows it. */
import type { Address, Profile } from '@facet/sources';
import { toDateText } from './date.ts';
import { type LocaleInput, regionNames } from './formats.ts';

export function toMemberSince(
  { memberSince }: Pick<Profile, 'memberSince'>,
  _args: unknown,
  { locale }: LocaleInput,
): string {
  return toDateText(memberSince, locale);
}

/** The default address, or the first where none is; empty without any. */
export function toAddressLines(
  { items }: { readonly items: readonly Address[] },
  _args: unknown,
  { locale }: LocaleInput,
): string[] {
  const address = items.find(({ isDefault }) => isDefault) ?? items[0];
  if (address === undefined) return [];
  const { recipient, street, postalCode, city, country } = address;
  return [recipient, street, `${postalCode} ${city}`, toCountryName(country, locale)];
}

function toCountryName(country: string, locale: string): string {
  return /^[A-Z]{2}$/.test(country) ? (regionNames(locale).of(country) ?? country) : country;
}
