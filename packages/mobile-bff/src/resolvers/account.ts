/** Wiring of the account screen: the caller's own data, with the caller's own token. */
import { from, load } from '@facet/core';
import { addressesByAccountId, profileById } from '@facet/sources';
import type {
  AccountAddressResolvers,
  AccountChangeResolvers,
  AccountScreenResolvers,
} from '../generated/resolvers.ts';
import { toAccountMessage, toAccountOutcome, toAddressId, toAddressLines, toMemberSince } from '../views/account.ts';
import { toFieldMessages } from '../views/told.ts';

export const AccountScreen: AccountScreenResolvers = {
  memberSince: from(['memberSince'], toMemberSince, { reads: ['locale'] }),
  defaultAddress: load(addressesByAccountId, 'id', () => ({ limit: 20 })),
};

export const AccountAddress: AccountAddressResolvers = {
  id: from(['items'], toAddressId, { itemColumns: ['id', 'isDefault'] }),
  lines: from(['items'], toAddressLines, {
    reads: ['locale'],
    itemColumns: ['isDefault', 'recipient', 'street', 'postalCode', 'city', 'country'],
  }),
};

export const AccountChange: AccountChangeResolvers = {
  outcome: from(['kind', 'problem'], toAccountOutcome),
  message: from(['kind', 'problem'], toAccountMessage, { reads: ['locale'] }),
  fields: from(['problem'], toFieldMessages, { reads: ['locale'] }),
  account: load(profileById, (_change, _args, { principal }) => principal?.account),
};
