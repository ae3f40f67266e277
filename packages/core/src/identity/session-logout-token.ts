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
  /** `true` for the first who names it within the time given. */
  readonly claim: (name: string, ttlMs: number) => Promise<boolean>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Resolves to whose sessions end; rejects with BAD_REQUEST, whose cause says why, for the log only, and as `findKey` and
 * `claim` do where nobody can tell now.
 */
export type VerifyLogoutToken = (token: unknown) => Promise<LogoutSubject>;

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
const maxLength = 8_192;
/** How old a token may be, and how long its id is remembered. */
const maxAgeMs = 300_000;
const toleranceSeconds = 5;
const message = 'This is no valid logout token.';

export function createLogoutTokenVerifier(options: LogoutTokenOptions): VerifyLogoutToken {
  const { issuer, clientId, findKey, claim, now } = options;

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
    const ttlMs = maxAgeMs + 2 * toleranceSeconds * 1_000;
    if (!(await claim(`logout-token ${claims.jti}`, ttlMs))) {
      throw new FacetError('BAD_REQUEST', { message, cause: new Error('the token was used before') });
    }
    const { sub: subject, sid } = claims;
    if (typeof sid === 'string') return subject === undefined ? { sid } : { sid, subject };
    return { subject: subject as string };
  };
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
