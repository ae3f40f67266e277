/** Fastify plugin: finds out who is calling, before anything is done for them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { VerifyToken } from './token-verifier.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** `null` for anonymous callers. */
    principal: Principal | null;
  }
}

/**
 * Reads `Authorization: Bearer …` (RFC 6750). Without the header the caller is anonymous; a token that is not good is
 * UNAUTHENTICATED, never anonymous, so that an expired sign-in is noticed.
 */
export function addAuthentication(app: FastifyInstance, verifyToken: VerifyToken | undefined): void {
  app.decorateRequest('principal', null);
  if (verifyToken === undefined) return;
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.headers.authorization === undefined) done();
    else signIn(request, verifyToken).then(() => done(), done);
  });
}

async function signIn(request: FastifyRequest, verifyToken: VerifyToken): Promise<void> {
  const token = bearerToken(request);
  if (token !== undefined) request.principal = await verifyToken(token);
}

function bearerToken({ headers }: FastifyRequest): string | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  const match = /^Bearer +(\S+)$/i.exec(authorization);
  if (match === null) {
    throw new FacetError('UNAUTHENTICATED', { cause: 'the Authorization header is no bearer token' });
  }
  return match[1];
}
