/** A key with which a client proves that a token is used by whom it was given to (RFC 9449). */
import { generateKeyPairSync, hash, type JsonWebKey, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { toThumbprint } from './dpop-proof.ts';

export interface DpopKey {
  /** By which tokens are bound to it, in `cnf.jkt` (RFC 7638). */
  readonly thumbprint: string;
  /** A new proof, good for one request; `url` is without its query. */
  prove(use: { readonly method: string; readonly url: string; readonly token: string }): string;
}

/** Makes a new one, for ES256. */
export function createDpopKey(): DpopKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  const jwk = { crv, kty, x, y } as JsonWebKey;
  const header = { alg: 'ES256', typ: 'dpop+jwt', jwk };
  return {
    thumbprint: toThumbprint(jwk),
    prove({ method, url, token }) {
      const claims = { jti: randomUUID(), htm: method, htu: url, ath: hash('sha256', token, 'base64url') };
      return jwt.sign(claims, privateKey, { algorithm: 'ES256', header });
    },
  };
}
