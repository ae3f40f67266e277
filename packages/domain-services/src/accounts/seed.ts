// Fills accounts with people from ten countries and the addresses they order to.
import type { Kysely } from 'kysely';
import { insertRows } from '../database/insert-rows.ts';
import { accountCount, dayMs, numbersTo, seedNow, toAccountId, toAddressId } from '../seeding/master-data.ts';
import { createRandom, type Random } from '../seeding/random.ts';
import { type Country, countries } from './people.ts';
import type { AccountRow, AccountsTables, AddressRow } from './tables.ts';

interface Person {
  readonly account: AccountRow;
  readonly country: Country;
}

// Reserved for examples (RFC 2606): nobody ever gets mail.
const mailDomains = ['example.com', 'example.org', 'example.net'];
const labels = [
  ['Home'],
  ['Work', 'Office', 'Studio'],
  ['Parents', 'Holiday home', 'Neighbours', 'Parcel shop'],
] as const;

const countriesByWeight = countries.flatMap((country) => Array.from({ length: country.weight }, () => country));

const toMailName = (name: string) =>
  name
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

function toDisplayName(random: Random, given: string, family: string): string {
  const roll = random.next();
  if (roll < 0.5) return `${given} ${family.charAt(0).toUpperCase()}.`;
  if (roll < 0.85) return given;
  return `${given} ${family}`;
}

function toPhone(random: Random, [prefix, digits]: Country['phone']): string | null {
  if (random.chance(0.25)) return null;
  return `${prefix}${numbersTo(digits)
    .map(() => random.integer(0, 9))
    .join('')}`;
}

function toPerson(number: number): Person {
  const random = createRandom(`account ${number}`);
  const country = random.pick(countriesByWeight);
  const [given, family] = [random.pick(country.givenNames), random.pick(country.familyNames)];
  const account = {
    id: toAccountId(number),
    email: `${toMailName(given)}.${toMailName(family)}${number}@${random.pick(mailDomains)}`,
    given_name: given,
    family_name: family,
    display_name: toDisplayName(random, given, family),
    locale: country.locale,
    phone: toPhone(random, country.phone),
    member_since: new Date(seedNow - random.integer(40, 2400) * dayMs - random.integer(0, 86_399) * 1000).toISOString(),
  };
  return { account, country };
}

/** One to three each; the first is preselected, and the first account has all three. */
function toAddresses({ account, country }: Person): Omit<AddressRow, 'id'>[] {
  const random = createRandom(`addresses ${account.id}`);
  const count = account.id === toAccountId(1) ? labels.length : random.integer(1, labels.length);
  return labels.slice(0, count).map((options, index) => {
    const label = random.pick<string>(options);
    const [postalCode, city] = random.pick(country.cities);
    const recipient =
      label === 'Parents' ? `Family ${account.family_name}` : `${account.given_name} ${account.family_name}`;
    return {
      account_id: account.id,
      label,
      recipient,
      street: country.street(random.pick(country.streets), random.integer(1, 120)),
      postal_code: postalCode,
      city,
      country: country.code,
      is_default: index === 0 ? 1 : 0,
    };
  });
}

/** The same rows on every machine. */
export async function seedAccounts(db: Kysely<AccountsTables>): Promise<void> {
  const people = numbersTo(accountCount).map(toPerson);
  const addresses = people.flatMap(toAddresses).map((address, index) => ({ id: toAddressId(index + 1), ...address }));
  await insertRows(
    db,
    'accounts',
    people.map(({ account }) => account),
  );
  await insertRows(db, 'addresses', addresses);
}
