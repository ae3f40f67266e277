/** The accounts service by its contract: profiles and addresses. */
import { type Call, createServiceClient } from '@facet/core/data';
import { accounts } from '../generated/accounts-operations.ts';

export function createAccountsClient(call: Call) {
  return createServiceClient(accounts, call);
}
