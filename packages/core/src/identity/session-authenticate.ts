/** Fastify plugin: a request that brings a session's cookie is the session's person's. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';
import type { Refresh } from './refresh.ts';
import { sessionCookie } from './session-cookies.ts';
import { isSessionId } from './session-id.ts';
import type { SessionParts } from './session-parts.ts';

const both = 'A request brings a session cookie or an Authorization header, not both.';
const ended = 'This session has ended. Sign in again at /auth/login.';

export interface SessionAuthenticationOptions extends Pick<SessionParts, 'store' | 'checkCsrf' | 'verifyToken'> {
  readonly refresh: Refresh;
}

/**
 * Reads the cookie, and sets the request's principal from the session's access token, renewed where it is about to
 * expire. A session that is not there is UNAUTHENTICATED, never anonymous, until the browser signs in again or out: the
 * cookie is left, since another request may have brought a new one meanwhile. A page that a person navigates to is
 * asked for as by anybody: what leads there may be a link on any site.
 */
export function addSessionAuthentication(app: FastifyInstance, options: SessionAuthenticationOptions): void {
  const { store, refresh, checkCsrf, verifyToken } = options;

  async function signIn(request: FastifyRequest, id: string): Promise<void> {
    if (request.headers.authorization !== undefined) throw new FacetError('BAD_REQUEST', { message: both });
    checkCsrf(request);
    const found = isSessionId(id) ? await store.read(id) : undefined;
    if (found === undefined) throw new FacetError('UNAUTHENTICATED', { message: ended });
    const { tokens } = await refresh(id, found.session);
    request.principal = await verifyToken(tokens.accessToken);
  }

  app.addHook('onRequest', (request, _reply, done) => {
    const id = request.cookies[sessionCookie];
    if (id === undefined || isNavigation(request)) done();
    else signIn(request, id).then(() => done(), done);
  });
}

function isNavigation({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
}
