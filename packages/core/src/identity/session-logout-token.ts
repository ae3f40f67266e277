/** Checks logout tokens: a provider's word that somebody signed out (OpenID Connect Back-Channel Logout 1.0, 2.6). */
import jwt, { type JwtPayload } from 'jsonwebtoken';
import { FacetError } from '../errors/facet-error.ts';
import type { LogoutSubject } from './session-store.ts';
import type { FindKey } from './token-verifier.ts';

export interface LogoutTokenOptions {
  readonly issuer: string;
  /** Who the token must be for. */
  readonly clientId: string;
  readonly findKey: FindKey;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface LogoutToken {
  /** Its `jti`: no two have the same. */
  readonly id: string;
  /** Whose sessions end. */
  readonly whose: LogoutSubject;
}

/** Rejects with BAD_REQUEST, whose cause says why, for the log only, and as `findKey` does where nobody can tell now. */
export type VerifyLogoutToken = (token: unknown) => Promise<LogoutToken>;

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
const maxLength = 8_192;
/** How old a token may be. */
const maxAgeMs = 300_000;
const toleranceSeconds = 5;
/** The longest time that a token can be good for, in milliseconds; nobody needs to remember it any longer. */
export const logoutTokenMs = maxAgeMs + 2 * toleranceSeconds * 1_000;
const message = 'This is no valid logout token.';

export function createLogoutTokenVerifier(options: LogoutTokenOptions): VerifyLogoutToken {
  const { issuer, clientId, findKey, now } = options;

  async function toClaims(token: string): Promise<JwtPayload> {
    const key = await findKey(keyIdOf(token));
    const payload = jwt.verify(token, key, {
      algorithms: ['RS256', 'ES256'],
      issuer,
      audience: clientId,
      clockTolerance: toleranceSeconds,
      clockTimestamp: Math.floor(now() / 1_000),
      maxAge: maxAgeMs / 1_000,
    });
    if (typeof payload === 'string') throw new Error('the payload is no object');
    assertLogout(payload);
    return payload;
  }

  return async (token) => {
    const claims = await toClaims(String(token)).catch((cause: unknown) => {
      throw cause instanceof FacetError ? cause : new FacetError('BAD_REQUEST', { message, cause });
    });
    return { id: claims.jti as string, whose: toSubject(claims) };
  };
}

function toSubject({ sub: subject, sid }: JwtPayload): LogoutSubject {
  if (typeof sid === 'string') return subject === undefined ? { sid } : { sid, subject };
  return { subject: subject as string };
}

/** What a library that knows tokens in general cannot check. An ID token, which has a nonce, must never do. */
function assertLogout({ events, sub, sid, jti, nonce, iat, exp }: JwtPayload): void {
  if (typeof events?.[logoutEvent] !== 'object' || events[logoutEvent] === null) throw new Error('no logout event');
  if (typeof sub !== 'string' && typeof sid !== 'string') throw new Error('neither sub nor sid');
  if (typeof jti !== 'string' || jti === '') throw new Error('no jti');
  if (typeof iat !== 'number' || typeof exp !== 'number') throw new Error('no iat or exp');
  if (nonce !== undefined) throw new Error('a nonce, as in an ID token');
}

function keyIdOf(token: string): string {
  if (token.length > maxLength) throw new Error('the token is longer than 8 KB');
  const decoded = jwt.decode(token, { complete: true });
  const { kid, typ, crit } = decoded?.header ?? {};
  if (typ !== undefined && !/^(?:application\/)?(?:logout\+jwt|jwt)$/i.test(typ)) throw new Error(`type ${typ}`);
  if (crit !== undefined) throw new Error('critical extensions');
  if (typeof kid !== 'string' || !/^[\w.~=-]{1,200}$/.test(kid)) throw new Error('the token names no key');
  return kid;
}
