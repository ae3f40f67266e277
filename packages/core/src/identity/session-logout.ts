/** Ends sessions at the provider's word (OpenID Connect Back-Channel Logout 1.0), once for each word. */
import { FacetError } from '../errors/facet-error.ts';
import { logoutTokenMs, type VerifyLogoutToken } from './session-logout-token.ts';
import type { LogoutSubject, SessionStore } from './session-store.ts';

export interface BackchannelLogoutOptions {
  readonly store: Pick<SessionStore, 'endAll' | 'note' | 'isNoted'>;
  readonly verifyLogoutToken: VerifyLogoutToken;
}

/** Resolves to whose sessions have ended, and how many they were; rejects with BAD_REQUEST, and where nobody can tell now. */
export type BackchannelLogout = (token: unknown) => Promise<{ whose: LogoutSubject; sessions: number }>;

/**
 * A token is noted as used once the sessions have ended: what fails before, the provider says again, and whoever says it
 * twice at the same time does no harm. One that is said again later must not end the sessions that began meanwhile.
 */
export function createBackchannelLogout({ store, verifyLogoutToken }: BackchannelLogoutOptions): BackchannelLogout {
  return async (token) => {
    const { id, whose } = await verifyLogoutToken(token);
    const name = `logout-token ${id}`;
    if (await store.isNoted(name)) {
      throw new FacetError('BAD_REQUEST', { message: 'This logout token was used before.' });
    }
    const sessions = await store.endAll(whose);
    await store.note(name, logoutTokenMs);
    return { whose, sessions };
  };
}
