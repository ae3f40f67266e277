/** An identity provider for tests: discovery, key set, token endpoint, and tokens of people. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export const audience = 'urn:facet:api';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }];

/** A signed access token (RFC 9068). */
export function createToken(issuer: string, subject: string, clientId: string): string {
  const now = Math.floor(Date.now() / 1_000);
  const head = toPart({ alg: 'RS256', typ: 'at+jwt', kid: 'test' });
  const body = toPart({ iss: issuer, aud: audience, sub: subject, client_id: clientId, iat: now, exp: now + 600 });
  return `${head}.${body}.${sign('RSA-SHA256', Buffer.from(`${head}.${body}`), privateKey).toString('base64url')}`;
}

/** `sub` of the bearer token; nothing is verified. */
export function subjectOf({ headers }: IncomingMessage): string | undefined {
  const payload = headers.authorization?.split('.')[1];
  return payload && JSON.parse(Buffer.from(payload, 'base64url').toString()).sub;
}

/** The BFF's own token, or one of the person whose token it exchanges (RFC 8693). */
async function grant(issuer: string, request: IncomingMessage) {
  const [, payload] = new URLSearchParams(await text(request)).get('subject_token')?.split('.') ?? [];
  const subject = payload === undefined ? 'web-bff' : JSON.parse(Buffer.from(payload, 'base64url').toString()).sub;
  return { access_token: createToken(issuer, subject, 'web-bff'), expires_in: 600 };
}

/** Answers what belongs to the provider; false for everything else. */
export async function answerIdentity(issuer: string, request: IncomingMessage, response: ServerResponse) {
  const path = request.url ?? '';
  const answers: Record<string, () => object | Promise<object>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      jwks_uri: `${issuer}/jwks`,
      token_endpoint: `${issuer}/token`,
    }),
    '/jwks': () => ({ keys }),
    '/token': () => grant(issuer, request),
  };
  const answer = answers[path];
  if (answer === undefined) return false;
  response.setHeader('content-type', 'application/json').end(JSON.stringify(await answer()));
  return true;
}

function toPart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
