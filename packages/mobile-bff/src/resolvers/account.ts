/** Wiring of the account screen: the caller's own data, with the caller's own token. */
import { from, load } from '@facet/core';
import { addressesByAccountId } from '@facet/sources';
import type { AccountAddressResolvers, AccountScreenResolvers } from '../generated/resolvers.ts';
import { toAddressLines, toMemberSince } from '../views/account.ts';

export const AccountScreen: AccountScreenResolvers = {
  memberSince: from(['memberSince'], toMemberSince, { reads: ['locale'] }),
  defaultAddress: load(
    addressesByAccountId,
    ({ id }) => id,
    () => ({ limit: 20 }),
  ),
};

export const AccountAddress: AccountAddressResolvers = {
  lines: from(['items'], toAddressLines, { reads: ['locale'] }),
};
