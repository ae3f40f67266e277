/** How accounts answers many keys at once; what belongs to a person travels with that person's token. */
import { row } from '@facet/core/data';
import { accounts } from '../generated/accounts-operations.ts';

export const publicProfileById = row(accounts.listPublicProfiles, { keys: 'ids', matchBy: 'id', audience: 'public' });

export const profileById = row(accounts.listProfiles, { keys: 'ids', matchBy: 'id', audience: 'principal' });

export const addressById = row(accounts.listAddresses, { keys: 'ids', matchBy: 'id', audience: 'principal' });

export const addressesByAccountId = row(accounts.listAddresses, {
  keys: 'accountIds',
  groupBy: 'parentId',
  audience: 'principal',
});
