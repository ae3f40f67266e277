/** Fastify plugin: finds out who is calling, before anything is done for them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { CheckTokenUse, TokenUse } from './dpop.ts';
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
  /** `WWW-Authenticate` of a refusal (RFC 9110, 11.6.1). */
  readonly challenge: string;
}

/**
 * Reads `Authorization: Bearer …` (RFC 6750) and `DPoP …` (RFC 9449). Without the header the caller is anonymous; a token
 * that is not good is UNAUTHENTICATED, never anonymous, so that an expired sign-in is noticed.
 */
export function addAuthentication(app: FastifyInstance, options: AuthenticationOptions): void {
  const { verifyToken } = options;
  app.decorateRequest('principal', null);
  if (verifyToken === undefined) return;
  app.addHook('onRequest', (request, reply, done) => {
    const { authorization } = request.headers;
    if (authorization === undefined) done();
    else signIn(request, authorization, verifyToken, options).then(() => done(), refuse(reply, options, done));
  });
}

function refuse(reply: FastifyReply, { challenge }: AuthenticationOptions, done: (reason: Error) => void) {
  return (reason: Error) => {
    if (FacetError.from(reason).code === 'UNAUTHENTICATED') reply.header('www-authenticate', challenge);
    done(reason);
  };
}

async function signIn(
  request: FastifyRequest,
  authorization: string,
  verifyToken: VerifyToken,
  { checkTokenUse, origin }: AuthenticationOptions,
): Promise<void> {
  if (isRepeated(request.raw.rawHeaders)) {
    throw new FacetError('UNAUTHENTICATED', { cause: 'there is more than one Authorization header' });
  }
  const { scheme, token } = readAuthorization(authorization);
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

function readAuthorization(authorization: string): { scheme: TokenUse['scheme']; token: string } {
  const [, scheme, token] = /^(Bearer|DPoP) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme === undefined || token === undefined) {
    throw new FacetError('UNAUTHENTICATED', { cause: 'the Authorization header has no access token' });
  }
  return { scheme: scheme.toLowerCase() as TokenUse['scheme'], token };
}
