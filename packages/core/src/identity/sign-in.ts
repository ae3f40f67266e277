/** Fastify plugin: a browser signs in (OpenID Connect code flow with PKCE; RFC 10017, the BFF is the client). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';
import { sessionCookie, setSessionCookie } from './session-cookies.ts';
import { isSessionId, newSessionId } from './session-id.ts';
import type { SessionParts } from './session-parts.ts';
import type { SignedIn } from './session-provider.ts';
import { createSignInCookies, type SignIn } from './sign-in-cookies.ts';
import { type SignInRefusal, toSignInPage } from './sign-in-page.ts';
import { toReturnPath } from './sign-in-return.ts';

const callbackPath = '/auth/callback';
const notOurs = 'This sign-in was not begun in this browser, or too long ago. Start again at /auth/login.';
const notAsked = 'A sign-in is not to be loaded ahead.';
const unusable = 'The identity provider gave an access token that this API cannot use.';

/**
 * Adds `GET /auth/login?returnTo=/path`, which sends the browser to the provider, and `GET /auth/callback`, where it
 * comes back: it gets a session with an id that nobody has seen before, the session it had ends, and it goes on to
 * `returnTo`, with `?error=…` (RFC 6749, 4.1.2.1) where the person or the provider did not want to. Several tabs may do so
 * at the same time: each comes back to its own sign-in, and the last one's session is the browser's. Who is refused and
 * prefers a page to JSON, as a person's browser does, gets one.
 */
export function addSignIn(app: FastifyInstance, parts: SessionParts): void {
  const { store, provider, seal, origin, lifetimeMs, log, now } = parts;
  const signIns = createSignInCookies(seal, now);

  app.get('/auth/login', { config: { toErrorPage } }, async (request, reply) => {
    if (isPrefetch(request)) throw new FacetError('FORBIDDEN', { message: notAsked });
    const { returnTo } = request.query as { returnTo?: unknown };
    const path = toReturnPath(returnTo, origin());
    const { url, checks } = await provider.begin(origin() + callbackPath);
    signIns.keep(request, reply, { ...checks, returnTo: path });
    return reply.redirect(url.href, 303);
  });

  app.get(callbackPath, { config: { toErrorPage } }, async (request, reply) => {
    const callback = toCallback(request, origin());
    const signIn = signIns.find(request, stateIn(callback));
    if (signIn === undefined) throw new FacetError('BAD_REQUEST', { message: notOurs });
    const error = callback.searchParams.get('error');
    if (error !== null) {
      signIns.forget(reply, signIn.state);
      parts.onSignIn?.(request, { event: 'sign-in', outcome: 'refused' });
      return reply.redirect(withError(signIn, error, origin()), 303);
    }
    const signedIn = await redeem(callback, signIn, reply);
    await assertUsable(signedIn);
    await begin(request, reply, signedIn);
    return reply.redirect(signIn.returnTo, 303);
  });

  function toErrorPage(request: FastifyRequest, refusal: Omit<SignInRefusal, 'returnTo'>): string {
    return toSignInPage({ ...refusal, returnTo: returnPathOf(request) });
  }

  /** Where the person was on the way to, as far as anybody knows. */
  function returnPathOf(request: FastifyRequest): string {
    const { returnTo } = request.query as { returnTo?: unknown };
    const begun = signIns.find(request, stateIn(toCallback(request, origin())));
    try {
      return begun?.returnTo ?? toReturnPath(returnTo, origin());
    } catch {
      return '/';
    }
  }

  /** Where the provider did not answer, the code may be as good as before: who loads the page again goes on with it. */
  async function redeem(callback: URL, signIn: SignIn, reply: FastifyReply): Promise<SignedIn> {
    let isOver = true;
    try {
      return await provider.redeem(callback, signIn);
    } catch (reason) {
      isOver = FacetError.from(reason).code !== 'UPSTREAM_UNAVAILABLE';
      throw reason;
    } finally {
      if (isOver) signIns.forget(reply, signIn.state);
    }
  }

  /** Finds out now, once, what would otherwise refuse every request. */
  async function assertUsable({ tokens }: SignedIn): Promise<void> {
    await parts.verifyToken(tokens.accessToken).catch((reason: FacetError) => {
      if (reason.code !== 'UNAUTHENTICATED') throw reason;
      throw new FacetError('UPSTREAM_INVALID_RESPONSE', { message: unusable, cause: reason.cause });
    });
  }

  async function begin(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): Promise<void> {
    const id = newSessionId();
    await store.create(id, { ...signedIn, endsAt: now() + lifetimeMs });
    const former = request.cookies[sessionCookie];
    if (former !== undefined && isSessionId(former)) await store.end(former);
    setSessionCookie(reply, id);
    log.info({ requestId: request.id, subject: signedIn.subject }, 'signed in');
    parts.onSignIn?.(request, { event: 'sign-in', outcome: 'success', subject: signedIn.subject });
  }
}

/** A browser that loads ahead what nobody has clicked on yet (Fetch Metadata): it would sign a person in, or anew. */
function isPrefetch({ headers }: FastifyRequest): boolean {
  return String(headers['sec-purpose'] ?? headers.purpose ?? '').startsWith('prefetch');
}

/** The address the provider was told, with what it added: no header of the request decides what it is. */
function toCallback({ url }: FastifyRequest, origin: string): URL {
  const query = url.indexOf('?');
  return new URL(callbackPath + (query < 0 ? '' : url.slice(query)), origin);
}

function stateIn(callback: URL): string {
  return callback.searchParams.get('state') ?? '';
}

function withError({ returnTo }: SignIn, error: string, origin: string): string {
  const url = new URL(returnTo, origin);
  url.searchParams.set('error', /^[a-z_]{1,50}$/.test(error) ? error : 'server_error');
  return url.pathname + url.search + url.hash;
}
