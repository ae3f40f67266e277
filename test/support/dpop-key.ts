/** A key of an app's own, with which it proves that a token is used by whom it was given to (RFC 9449). */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';

export interface DpopKey {
  /** Thumbprint, by which tokens are bound to the key (RFC 7638). */
  readonly jkt: string;
  /** A new proof, good for one use. */
  proof(use: { readonly method: string; readonly url: string; readonly token: string }): string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function createDpopKey(): DpopKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  const jwk = { crv, kty, x, y };
  return {
    jkt: sha256(JSON.stringify(jwk)),
    proof({ method, url, token }) {
      const claims = { jti: randomUUID(), htm: method, htu: url, iat: Math.floor(Date.now() / 1_000) };
      const content = `${part({ alg: 'ES256', typ: 'dpop+jwt', jwk })}.${part({ ...claims, ath: sha256(token) })}`;
      const signature = sign('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return `${content}.${signature.toString('base64url')}`;
    },
  };
}
