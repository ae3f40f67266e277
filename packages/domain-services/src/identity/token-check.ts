// Who is calling: checks the bearer token of a request and names the caller.
import { hash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { Problem } from '../problem.ts';
import { createKeySet, type KeySet } from './key-set.ts';

export interface TokenCheckOptions {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's; services in one process share it. */
  readonly keySet?: KeySet;
  /** The current time in ms since 1970; for tests. */
  readonly now?: () => number;
}

export interface Caller {
  readonly clientId: string;
  /** The person's account, or null when a client calls in its own name. */
  readonly accountId: string | null;
  /** What the token allows. */
  readonly scopes: readonly string[];
}

export type TokenCheck = (authorization: string | undefined) => Promise<Caller>;

const maxTokenBytes = 8192;
const maxRememberedTokens = 1000;
const clockToleranceSeconds = 5;
const bearer = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i;

function unauthenticated(detail: string, cause?: unknown): Problem {
  return new Problem('UNAUTHENTICATED', detail, {
    headers: { 'www-authenticate': `Bearer error="invalid_token", error_description="${detail}"` },
    cause,
  });
}

function toToken(authorization: string | undefined): string {
  if (authorization === undefined) {
    const headers = { 'www-authenticate': 'Bearer' }; // RFC 6750, 3.1: no error where no token was sent
    throw new Problem('UNAUTHENTICATED', 'Send an access token: Authorization: Bearer <token>.', { headers });
  }
  if (authorization.length > maxTokenBytes) throw unauthenticated('The token is larger than 8 KB.');
  const token = bearer.exec(authorization)?.[1];
  if (!token) throw unauthenticated('The Authorization header is not a bearer JWT.');
  return token;
}

/** What jsonwebtoken leaves to its caller: the header's type and extensions (RFC 9068, 4; RFC 7515, 4.1.11). */
function assertHeader(header: jwt.JwtHeader): asserts header is jwt.JwtHeader & { kid: string } {
  const type = (header.typ ?? '').toLowerCase().replace(/^application\//, '');
  if (type !== 'at+jwt' && type !== 'jwt') throw unauthenticated('The token is not an access token.');
  if (header.crit !== undefined) throw unauthenticated('The token uses an extension that is not understood.');
  if (header.alg !== 'RS256' && header.alg !== 'ES256')
    throw unauthenticated('The token is not signed RS256 or ES256.');
  if (typeof header.kid !== 'string') throw unauthenticated('The token does not name its key.');
}

function toCaller(payload: unknown): { caller: Caller; expiresAtMs: number } {
  if (typeof payload !== 'object' || payload === null) throw unauthenticated('The token carries no claims.');
  const { sub, client_id: clientId, exp, scope = '', cnf } = payload as Record<string, unknown>;
  if (typeof exp !== 'number') throw unauthenticated('The token never expires.');
  if (typeof sub !== 'string' || typeof clientId !== 'string' || sub === '' || clientId === '') {
    throw unauthenticated('The token does not say whose it is.');
  }
  // RFC 9449, 7.2: whoever stole it could leave the proof away.
  if (cnf !== undefined) throw unauthenticated('The token is bound to a key, so it is no bearer token.');
  const scopes = String(scope).split(' ').filter(Boolean);
  return { caller: { clientId, accountId: sub === clientId ? null : sub, scopes }, expiresAtMs: exp * 1000 };
}

function decodeHeader(token: string): jwt.JwtHeader {
  try {
    const decoded = jwt.decode(token, { complete: true });
    if (decoded) return decoded.header;
  } catch {
    // Not JSON inside; told below.
  }
  throw unauthenticated('The token cannot be read.');
}

/**
 * A function from an Authorization header to its caller; it throws a 401 problem for every token that is not a
 * current access token of `issuer` for `audience` (RFC 9068), and a 503 problem when the keys cannot be fetched.
 * Good tokens are remembered, by hash, until they expire.
 */
export function createTokenCheck(options: TokenCheckOptions): TokenCheck {
  const { issuer, audience, keySet = createKeySet(issuer), now = Date.now } = options;
  const remembered = new Map<string, { caller: Caller; expiresAtMs: number }>();

  const verify = async (token: string) => {
    const header = decodeHeader(token);
    assertHeader(header);
    const key = await keySet.findKey(header.kid);
    if (!key) throw unauthenticated('The token is signed with a key that the issuer does not have.');
    try {
      const verified = jwt.verify(token, key, {
        algorithms: ['RS256', 'ES256'],
        issuer,
        audience,
        clockTolerance: clockToleranceSeconds,
        clockTimestamp: Math.floor(now() / 1000),
        complete: true,
      });
      return toCaller(verified.payload);
    } catch (error) {
      if (error instanceof Problem) throw error;
      const expired = error instanceof jwt.TokenExpiredError;
      throw unauthenticated(expired ? 'The token has expired.' : 'The token is not valid here.', error);
    }
  };

  return async (authorization) => {
    const token = toToken(authorization);
    const fingerprint = hash('sha256', token, 'base64url');
    const known = remembered.get(fingerprint);
    if (known && known.expiresAtMs > now()) return known.caller;
    remembered.delete(fingerprint);
    const fresh = await verify(token);
    const oldest = remembered.size >= maxRememberedTokens ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(fingerprint, fresh);
    return fresh.caller;
  };
}

/** Throws a 403 problem when the token does not allow what the operation does (RFC 6750, 3.1). */
export function requireScopes({ scopes }: Caller, needed: readonly string[] = []): void {
  if (needed.every((scope) => scopes.includes(scope))) return;
  const challenge = `Bearer error="insufficient_scope", scope="${needed.join(' ')}"`;
  throw new Problem('FORBIDDEN', `The token must have the scope ${needed.join(' ')}.`, {
    headers: { 'www-authenticate': challenge },
  });
}

/** The caller's account; throws a 403 problem when the token is not a person's. */
export function requirePerson(caller: Caller): string {
  if (caller.accountId !== null) return caller.accountId;
  throw new Problem('FORBIDDEN', 'This belongs to a person: send that person’s token, not a client’s own.');
}
