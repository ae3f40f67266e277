/** A person's own data as the account screen shows it. */
import type { Address, Profile } from '@facet/sources';
import type { AccountOutcome } from '../generated/resolvers.ts';
import { toDateText } from './date.ts';
import { type LocaleInput, regionNames } from './formats.ts';
import { phrasesOf } from './phrases.ts';
import { type Refusable, toOutcome } from './told.ts';

export function toMemberSince(
  { memberSince }: Pick<Profile, 'memberSince'>,
  _args: unknown,
  { locale }: LocaleInput,
): string {
  return toDateText(memberSince, locale);
}

type Postal = Pick<Address, 'recipient' | 'street' | 'postalCode' | 'city' | 'country'>;
type Addresses<Shown> = { readonly items: readonly (Pick<Address, 'isDefault'> & Shown)[] };

/** The default address, or the first where none is; empty without any. */
export function toAddressLines(addresses: Addresses<Postal>, _args: unknown, { locale }: LocaleInput): string[] {
  const address = toDefaultAddress(addresses);
  return address === undefined ? [] : toPostalLines(address, locale);
}

/** Id of the same address; `null` without any. */
export function toAddressId(addresses: Addresses<Pick<Address, 'id'>>): string | null {
  return toDefaultAddress(addresses)?.id ?? null;
}

/** An address as on a parcel. */
export function toPostalLines({ recipient, street, postalCode, city, country }: Postal, locale: string): string[] {
  return [recipient, street, `${postalCode} ${city}`, toCountryName(country, locale)];
}

export function toAccountOutcome(told: Refusable): AccountOutcome {
  return toOutcome<AccountOutcome>(told, 'CHANGED', { VALIDATION_FAILED: 'INVALID' });
}

export function toAccountMessage(told: Refusable, _args: unknown, { locale }: LocaleInput): string {
  return phrasesOf(locale).account[toAccountOutcome(told)];
}

function toDefaultAddress<Shown>({ items }: Addresses<Shown>) {
  return items.find(({ isDefault }) => isDefault) ?? items[0];
}

function toCountryName(country: string, locale: string): string {
  return /^[A-Z]{2}$/.test(country) ? (regionNames(locale).of(country) ?? country) : country;
}
