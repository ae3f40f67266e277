// Reads and changes accounts' tables; what belongs to a person is read within that person's rows only.
import { type Kysely, sql } from 'kysely';
import type { Collection } from '../collections/collection.ts';
import { readGroups } from '../collections/read-groups.ts';
import { readPage } from '../collections/read-page.ts';
import type { ByIdsOrPage, ByParents } from '../collections/selection.ts';
import type { components } from '../generated/accounts.ts';
import { Problem } from '../problem.ts';
import { checkProfileChange } from './check-profile-change.ts';
import type { AccountRow, AccountsTables, AddressRow } from './tables.ts';

type PublicProfile = components['schemas']['PublicProfile'];
type Profile = components['schemas']['Profile'];
type ProfileChange = components['schemas']['ProfileChange'];
type Address = components['schemas']['Address'];

const publicProfiles: Collection = {
  from: sql`accounts`,
  columns: ['id', 'display_name', 'member_since'],
  id: 'id',
  order: { columns: ['id'], direction: 'asc' },
};

const profilesOf = (accountId: string): Collection => ({
  from: sql`(select * from accounts where id = ${accountId}) as item`,
  columns: ['id', 'email', 'given_name', 'family_name', 'display_name', 'locale', 'phone', 'member_since'],
  id: 'id',
  order: { columns: ['id'], direction: 'asc' },
});

const addressesOf = (accountId: string) =>
  ({
    from: sql`(select * from addresses where account_id = ${accountId}) as item`,
    columns: ['id', 'account_id', 'label', 'recipient', 'street', 'postal_code', 'city', 'country', 'is_default'],
    id: 'id',
    order: { columns: ['id'], direction: 'asc' },
    parent: 'account_id',
  }) as const satisfies Collection;

const toPublicProfile = (row: Pick<AccountRow, 'id' | 'display_name' | 'member_since'>): PublicProfile => ({
  id: row.id,
  displayName: row.display_name,
  memberSince: row.member_since,
});

const toProfile = (row: AccountRow): Profile => ({
  id: row.id,
  email: row.email,
  givenName: row.given_name,
  familyName: row.family_name,
  displayName: row.display_name,
  locale: row.locale,
  phone: row.phone,
  memberSince: row.member_since,
});

const toAddress = (row: AddressRow): Address => ({
  id: row.id,
  accountId: row.account_id,
  label: row.label,
  recipient: row.recipient,
  street: row.street,
  postalCode: row.postal_code,
  city: row.city,
  country: row.country,
  isDefault: row.is_default === 1,
});

/** The columns that a change sets: names without the space around them, and a language tag as BCP 47 writes it. */
function toColumns(change: ProfileChange): Partial<AccountRow> {
  const columns = {
    given_name: change.givenName?.trim(),
    family_name: change.familyName?.trim(),
    display_name: change.displayName?.trim(),
    locale: change.locale === undefined ? undefined : Intl.getCanonicalLocales(change.locale)[0],
    phone: change.phone,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** `owner` is the account whose rows exist for the caller; those of others are as good as missing. */
export function createAccountsStore(db: Kysely<AccountsTables>) {
  const updateProfile = async (owner: string, change: ProfileChange): Promise<Profile> => {
    checkProfileChange(change);
    const columns = toColumns(change);
    if (Object.keys(columns).length > 0) {
      await db.updateTable('accounts').set(columns).where('id', '=', owner).execute();
    }
    const row = await db.selectFrom('accounts').selectAll().where('id', '=', owner).executeTakeFirst();
    if (!row) throw new Problem('NOT_FOUND', 'There is no such profile.');
    return toProfile(row);
  };
  return {
    updateProfile,
    listPublicProfiles: (selection: ByIdsOrPage) => readPage(db, publicProfiles, selection, toPublicProfile),
    listProfiles: (owner: string, selection: ByIdsOrPage) => readPage(db, profilesOf(owner), selection, toProfile),
    listAddresses: (owner: string, selection: ByIdsOrPage) => readPage(db, addressesOf(owner), selection, toAddress),
    listAddressesByAccount: (owner: string, selection: ByParents) =>
      readGroups(db, addressesOf(owner), selection, toAddress),
  };
}
