/** Reads DPoP proofs (RFC 9449, 4.3): a JWT with which a client shows that it holds the key its token is bound to. */
import { createPublicKey, hash, type JsonWebKey } from 'node:crypto';
import jwt from 'jsonwebtoken';

const maxProofLength = 4_096;
const algorithms = ['ES256', 'RS256'] as const;
/** Members of private and of secret keys (RFC 7518, 6.2.2, 6.3.2 and 6.4). */
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

type Algorithm = (typeof algorithms)[number];

/** A proof whose signature is not checked yet. */
export interface DpopProof {
  readonly text: string;
  readonly algorithm: Algorithm;
  readonly jwk: JsonWebKey;
  /** Of the key (RFC 7638), as a bound token has it in `cnf.jkt`. */
  readonly thumbprint: string;
}

export interface DpopClaims {
  readonly jti: string;
  readonly htm: string;
  readonly htu: string;
  /** Seconds since the epoch. */
  readonly iat: number;
  /** Of the access token. */
  readonly ath: string;
}

/** Throws an Error that says what is wrong with the proof's header, without any costly work. */
export function readDpopProof(text: string | string[] | undefined): DpopProof {
  if (typeof text !== 'string' || text === '') throw new Error('there is not one DPoP header');
  if (text.length > maxProofLength) throw new Error('the proof is longer than 4 KB');
  const decoded = jwt.decode(text, { complete: true });
  if (decoded === null) throw new Error('the proof is no JWT');
  const { typ, alg, jwk, crit } = decoded.header as jwt.JwtHeader & { jwk?: unknown };
  if (typ !== 'dpop+jwt') throw new Error(`type ${typ} is no proof`);
  const algorithm = algorithms.find((known) => known === alg);
  if (algorithm === undefined) throw new Error(`algorithm ${alg} is not ES256 or RS256`);
  if (crit !== undefined) throw new Error('the proof has critical extensions, none is understood');
  const key = toPublicJwk(jwk, algorithm);
  return { text, algorithm, jwk: key, thumbprint: toThumbprint(key) };
}

/** The claims of a proof that is signed with its key; throws an Error otherwise. */
export function verifyDpopProof({ text, algorithm, jwk }: DpopProof): DpopClaims {
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const claims = jwt.verify(text, key, { algorithms: [algorithm], ignoreExpiration: true, ignoreNotBefore: true });
  const { jti, htm, htu, iat, ath } = claims as Partial<Record<keyof DpopClaims, unknown>>;
  if (typeof iat !== 'number') throw new Error('the proof does not say when it was made');
  if (typeof jti !== 'string' || jti === '' || jti.length > 256) throw new Error('the proof has no usable jti');
  if (typeof htm !== 'string' || typeof htu !== 'string' || typeof ath !== 'string') {
    throw new Error('the proof lacks htm, htu or ath');
  }
  return { jti, htm, htu, iat, ath };
}

function toPublicJwk(jwk: unknown, algorithm: Algorithm): JsonWebKey {
  if (typeof jwk !== 'object' || jwk === null) throw new Error('the proof brings no key');
  if (secretMembers.some((name) => Object.hasOwn(jwk, name))) throw new Error('the proof brings a secret key');
  const { kty, crv, x, y, e, n } = jwk as Record<string, unknown>;
  const isText = (...parts: unknown[]) => parts.every((part) => typeof part === 'string');
  if (algorithm === 'ES256' && kty === 'EC' && crv === 'P-256' && isText(x, y)) return { crv, kty, x, y } as JsonWebKey;
  if (algorithm === 'RS256' && kty === 'RSA' && isText(e, n)) return { e, kty, n } as JsonWebKey;
  throw new Error(`the key of the proof does not fit ${algorithm}`);
}

/** The members that a key has are exactly the required ones, in the order of their names (RFC 7638, 3.2). */
export function toThumbprint(jwk: JsonWebKey): string {
  return hash('sha256', JSON.stringify(jwk), 'base64url');
}
