/** Fastify plugin: what a page may ask about its session, how it ends, and how the provider ends it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';
import { clearCookie, sessionCookie } from './session-cookies.ts';
import { isSessionId } from './session-id.ts';
import { createBackchannelLogout } from './session-logout.ts';
import { createLogoutTokenVerifier, type LogoutTokenOptions } from './session-logout-token.ts';
import type { SessionParts } from './session-parts.ts';

export interface SessionRoutesOptions extends SessionParts {
  readonly logoutTokens: Pick<LogoutTokenOptions, 'issuer' | 'clientId' | 'findKey'>;
}

/**
 * Adds
 * - `GET /auth/session`: `{ signedIn, subject, endsAt, idleEndsAt }`, or `{ signedIn: false }` without a cookie; asking
 *   is no use of the session, and UNAUTHENTICATED where it has ended;
 * - `POST /auth/logout` with `x-csrf: 1`: ends the session and answers `{ signedIn: false, logoutUrl }`, where the page
 *   sends the browser for the end of the provider's own session (OpenID Connect RP-Initiated Logout 1.0);
 * - `POST /auth/backchannel-logout`, for the provider (OpenID Connect Back-Channel Logout 1.0).
 */
export function addSessionRoutes(app: FastifyInstance, parts: SessionRoutesOptions): void {
  const { store, provider, checkCsrf, origin, log, now } = parts;
  const verifyLogoutToken = createLogoutTokenVerifier({ ...parts.logoutTokens, now });
  const logOutAll = createBackchannelLogout({ store, verifyLogoutToken });

  app.get('/auth/session', async (request) => {
    const id = request.cookies[sessionCookie];
    if (id === undefined) return { signedIn: false };
    const found = isSessionId(id) ? await store.peek(id) : undefined;
    if (found === undefined) throw new FacetError('UNAUTHENTICATED', { message: 'This session has ended.' });
    const { subject, endsAt } = found.session;
    const idleEndsAt = Math.min(found.idleEndsAt, endsAt);
    return { signedIn: true, subject, endsAt: toIso(endsAt), idleEndsAt: toIso(idleEndsAt) };
  });

  app.post('/auth/logout', async (request, reply) => {
    checkCsrf(request);
    const id = request.cookies[sessionCookie];
    if (id !== undefined && isSessionId(id)) await end(id, request);
    clearCookie(reply, sessionCookie);
    const logoutUrl = await provider.endSessionUrl(`${origin()}/`).catch(() => undefined);
    return { signedIn: false, ...(logoutUrl === undefined ? {} : { logoutUrl }) };
  });

  app.post('/auth/backchannel-logout', async (request, reply) => {
    const { logout_token: token } = (request.body ?? {}) as { logout_token?: unknown };
    const { whose, sessions } = await logOutAll(token);
    log.info({ requestId: request.id, ...whose, sessions }, 'signed out by the provider');
    parts.onSignIn?.(request, { event: 'sign-out', outcome: 'success', subject: whose.subject });
    return reply.code(200).send();
  });

  /** The provider is told in the background: nobody waits for it to sign out. */
  async function end(id: string, request: FastifyRequest): Promise<void> {
    const { id: requestId } = request;
    const found = await store.peek(id);
    if (found === undefined) return;
    await store.end(id);
    const { subject, tokens } = found.session;
    log.info({ requestId, subject }, 'signed out');
    parts.onSignIn?.(request, { event: 'sign-out', outcome: 'success', subject });
    if (tokens.refreshToken === undefined) return;
    provider
      .revoke(tokens.refreshToken)
      .catch((err: unknown) => log.warn({ requestId, err }, 'refresh token not revoked'));
  }
}

/** Whether what is asked at `/auth/…` is good unless it is refused: what a page asks of its session, and the provider's call. */
export function isOfSession({ routeOptions, headers }: FastifyRequest): boolean {
  if (routeOptions.url === '/auth/backchannel-logout') return true;
  return routeOptions.url === '/auth/session' && (headers.cookie?.includes(`${sessionCookie}=`) ?? false);
}

function toIso(time: number): string {
  return new Date(time).toISOString();
}
