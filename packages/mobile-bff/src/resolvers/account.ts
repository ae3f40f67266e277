/** Wiring of the account screen: the caller's own data, with the caller's own token. */
import { from, load, type Principal } from '@facet/core';
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

/** The account a caller speaks for; none for anonymous callers and for an app that speaks for itself. */
export function accountOf(principal: Principal | null): string | null {
  if (principal === null || principal.subject === principal.clientId) return null;
  return principal.subject;
}
