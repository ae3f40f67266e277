/** An identity provider's answers and tokens, from a key of its own. */
import { generateKeyPairSync, sign } from 'node:crypto';

export const audience = 'urn:facet:api';
const keyId = 'fixture';

export interface Identity {
  /** Body for a path of the provider, asked with a form; `undefined` where it has no such route. */
  answerOf(path: string, issuer: string, form: string): unknown;
  /** An access token for somebody; `clientId` is the app they use. */
  token(issuer: string, subject: string, clientId?: string): string;
}

export function createIdentity(): Identity {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }];

  function token(issuer: string, subject: string, clientId = 'mobile-app'): string {
    const seconds = Math.floor(Date.now() / 1_000);
    const header = { alg: 'RS256', typ: 'at+jwt', kid: keyId };
    const claims = { iss: issuer, aud: audience, sub: subject, client_id: clientId, iat: seconds, exp: seconds + 600 };
    const content = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`;
  }

  return {
    token,
    answerOf(path, issuer, form) {
      if (path === '/.well-known/openid-configuration') {
        return { issuer, jwks_uri: `${issuer}/jwks`, token_endpoint: `${issuer}/token` };
      }
      if (path === '/jwks') return { keys };
      if (path !== '/token') return undefined;
      // The BFF's own token, or one of the person whose token it exchanges (RFC 8693).
      const exchanged = new URLSearchParams(form).get('subject_token');
      const subject = exchanged === null ? 'mobile-bff' : subjectOf(exchanged);
      return { access_token: token(issuer, subject, 'mobile-bff'), expires_in: 600, token_type: 'Bearer' };
    },
  };
}

/** Who a token speaks for, unverified: the fixture's services trust everybody. */
export function subjectOf(authorization: string | undefined): string {
  const claims = authorization?.split('.')[1];
  if (claims === undefined) return 'nobody';
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
}
