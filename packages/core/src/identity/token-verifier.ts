/** Checks access tokens of callers against the issuer's key set (RFC 7519, 8725, 9068). */
import { hash } from 'node:crypto';
import jwt, { type Jwt, type JwtPayload } from 'jsonwebtoken';
import type { Principal } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';

const maxTokenLength = 8_192;
const maxRememberedTokens = 10_000;

/** Finds the public key, in PEM, for a key id; rejects with a FacetError where that cannot be told now. */
export type FindKey = (keyId: string) => Promise<string>;

export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly findKey: FindKey;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

/**
 * Resolves to who the token speaks for; rejects with UNAUTHENTICATED, whose cause says why, for the log only, and as
 * `findKey` does where nobody can tell now whether it is good.
 */
export type VerifyToken = (token: string) => Promise<Principal>;

/** Creates a verifier that remembers good tokens, by their hash and at most 10,000, until they expire. */
export function createTokenVerifier(options: TokenVerifierOptions): VerifyToken {
  const { issuer, audience, findKey, now = Date.now } = options;
  const remembered = new Map<string, { claims: Claims; expiresAt: number }>();

  async function verify(token: string): Promise<Principal> {
    if (token.length > maxTokenLength) throw new Error('the token is longer than 8 KB');
    const key = hash('sha256', token, 'base64url');
    const known = remembered.get(key);
    if (known !== undefined && known.expiresAt > now()) return { ...known.claims, token };
    remembered.delete(key);
    const { payload, expiresAt } = await check(token);
    const claims = toClaims(payload);
    for (const [oldest, { expiresAt: until }] of remembered) {
      if (remembered.size < maxRememberedTokens && until > now()) break;
      remembered.delete(oldest);
    }
    remembered.set(key, { claims, expiresAt });
    return { ...claims, token };
  }

  async function check(token: string): Promise<{ payload: JwtPayload; expiresAt: number }> {
    const keyId = keyIdOf(token);
    const key = await findKey(keyId);
    const verified = jwt.verify(token, key, {
      algorithms: ['RS256', 'ES256'],
      issuer,
      audience,
      clockTolerance: 5,
      clockTimestamp: Math.floor(now() / 1_000),
      complete: true,
    });
    const { payload } = verified;
    if (typeof payload === 'string') throw new Error('the payload is no object');
    if (typeof payload.exp !== 'number') throw new Error('the token never expires');
    if (typeof payload.sub !== 'string' || payload.sub === '') throw new Error('the token names no subject');
    return { payload, expiresAt: payload.exp * 1_000 };
  }

  return async (token) => {
    try {
      return await verify(token);
    } catch (cause) {
      throw cause instanceof FacetError ? cause : new FacetError('UNAUTHENTICATED', { cause });
    }
  };
}

/** What jsonwebtoken leaves to its callers: type and critical extensions, before any key is looked up. */
function keyIdOf(token: string): string {
  const decoded: Jwt | null = jwt.decode(token, { complete: true });
  if (decoded === null) throw new Error('the token is no JWT');
  const { kid, typ, crit } = decoded.header;
  if (typ !== undefined && !/^(?:application\/)?(?:at\+jwt|jwt)$/i.test(typ))
    throw new Error(`type ${typ} is no access token`);
  if (crit !== undefined) throw new Error('the token has critical extensions, none is understood');
  if (typeof kid !== 'string' || !/^[\w.~=-]{1,200}$/.test(kid)) throw new Error('the token names no key');
  return kid;
}

type Claims = Omit<Principal, 'token'>;

function toClaims(payload: JwtPayload): Claims {
  const { sub, client_id: clientId, scope, scp, cnf } = payload;
  const boundTo: unknown = cnf?.jkt;
  if (cnf !== undefined && typeof boundTo !== 'string')
    throw new Error('the token is bound to something else than a key');
  return {
    subject: sub as string,
    account: sub === clientId ? null : (sub as string),
    clientId: typeof clientId === 'string' ? clientId : '',
    scopes: toScopes(scope ?? scp),
    ...(typeof boundTo === 'string' ? { boundTo } : {}),
  };
}

/** `scope` is one text (RFC 9068, 2.2.3); some providers say `scp` instead, and give a list. */
function toScopes(given: unknown): readonly string[] {
  const words: readonly unknown[] = typeof given === 'string' ? given.split(' ') : Array.isArray(given) ? given : [];
  return words.filter((word): word is string => typeof word === 'string' && word !== '');
}
