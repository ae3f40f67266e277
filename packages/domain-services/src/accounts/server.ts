// Accounts' operations: public profiles for everybody, profiles and addresses for the person they belong to.
import type { FastifyInstance } from 'fastify';
import { toParentSelection, toSelection } from '../collections/selection.ts';
import type { operations } from '../generated/accounts.ts';
import { accountsRoutes } from '../generated/accounts-routes.ts';
import { implement } from '../http/implement.ts';
import { requirePerson, type TokenCheck } from '../identity/token-check.ts';
import { Problem } from '../problem.ts';
import type { createAccountsStore } from './store.ts';

const personal = 'private, no-cache';

export function serveAccounts(
  app: FastifyInstance,
  checkToken: TokenCheck,
  store: ReturnType<typeof createAccountsStore>,
): void {
  implement<operations, typeof accountsRoutes>(app, checkToken, accountsRoutes, {
    listPublicProfiles: {
      cacheControl: 'public, max-age=300',
      answer: async ({ query }) => store.listPublicProfiles(toSelection(query)),
    },
    listProfiles: {
      cacheControl: personal,
      answer: async ({ query, caller }) => store.listProfiles(requirePerson(caller), toSelection(query)),
    },
    updateProfile: {
      cacheControl: 'no-store',
      answer: async ({ params, body, caller }) => {
        const owner = requirePerson(caller);
        if (owner !== params.profileId) throw new Problem('NOT_FOUND', 'There is no such profile.');
        return store.updateProfile(owner, body);
      },
    },
    listAddresses: {
      cacheControl: personal,
      answer: async ({ query: { accountIds, ...query }, caller }) => {
        const owner = requirePerson(caller);
        if (!accountIds) return store.listAddresses(owner, toSelection(query));
        const parents = { parameter: 'accountIds', ids: accountIds };
        return store.listAddressesByAccount(owner, toParentSelection(query, parents));
      },
    },
  });
}
