/** Fastify plugin: finds out who is calling, before anything is done for them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { CheckTokenUse, Scheme, TokenSchemes } from './dpop.ts';
import type { VerifyToken } from './token-verifier.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** `null` for anonymous callers. */
    principal: Principal | null;
  }
}

export interface AuthenticationOptions {
  /** Without it, everybody is anonymous. */
  readonly verifyToken: VerifyToken | undefined;
  /** Whether a good token may be used as it is. */
  readonly checkTokenUse: CheckTokenUse;
  /** How the BFF is known to those who prove that they hold a key; of the request's `Host` by default. */
  readonly origin?: string | undefined;
  /** Which are taken, and what a refusal says of them. */
  readonly schemes: TokenSchemes;
}

/**
 * Reads `Authorization: Bearer …` (RFC 6750) and `DPoP …` (RFC 9449). Without the header the caller is anonymous; a token
 * that is not good is UNAUTHENTICATED, never anonymous, so that an expired sign-in is noticed. A scheme that is not taken
 * is refused before anything is done with its token.
 */
export function addAuthentication(app: FastifyInstance, options: AuthenticationOptions): void {
  const { verifyToken, schemes } = options;
  app.decorateRequest('principal', null);
  if (verifyToken === undefined) return;
  app.addHook('onRequest', (request, reply, done) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return done();
    const given = readAuthorization(authorization);
    if (given === undefined || !schemes.isTaken(given.scheme)) {
      reply.header('www-authenticate', schemes.offer);
      return done(new FacetError('UNAUTHENTICATED', { cause: 'there is no access token of a scheme taken here' }));
    }
    signIn(request, given, verifyToken, options).then(() => done(), refuse(reply, schemes.challenge, done));
  });
}

function refuse(reply: FastifyReply, challenge: string, done: (reason: Error) => void) {
  return (reason: Error) => {
    if (FacetError.from(reason).code === 'UNAUTHENTICATED') reply.header('www-authenticate', challenge);
    done(reason);
  };
}

async function signIn(
  request: FastifyRequest,
  { scheme, token }: GivenToken,
  verifyToken: VerifyToken,
  { checkTokenUse, origin }: AuthenticationOptions,
): Promise<void> {
  if (isRepeated(request.raw.rawHeaders)) {
    throw new FacetError('UNAUTHENTICATED', { cause: 'there is more than one Authorization header' });
  }
  const principal = await verifyToken(token);
  // Node joins what was sent twice with a comma, which no proof has in it.
  const { dpop: proof } = request.headers;
  const url = () => `${origin ?? `${request.protocol}://${request.host}`}${request.url}`;
  await checkTokenUse({ scheme, principal, method: request.method, url, proof });
  request.principal = principal;
}

/** Node takes the first of several, where a proxy in front may have looked at another. */
function isRepeated(rawHeaders: readonly string[]): boolean {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length === 'authorization'.length && name.toLowerCase() === 'authorization') count += 1;
  }
  return count > 1;
}

interface GivenToken {
  readonly scheme: Scheme;
  readonly token: string;
}

/** `undefined` where there is no token, or one of a scheme that nobody here knows. */
function readAuthorization(authorization: string): GivenToken | undefined {
  const [, scheme, token] = /^(Bearer|DPoP) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme === undefined || token === undefined) return undefined;
  return { scheme: scheme.toLowerCase() as Scheme, token };
}
