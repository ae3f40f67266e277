/** What changes accounts. */
import { command } from '@facet/core/data';
import { accounts } from '../generated/accounts-operations.ts';
import { profileById, publicProfileById } from './rows.ts';

const keysOf = ({ profileId }: { profileId: string }) => [profileId];

export const updateProfile = command(accounts.updateProfile, {
  outcomes: ['VALIDATION_FAILED'],
  changes: [
    { row: profileById, keysOf },
    { row: publicProfileById, keysOf },
  ],
});
