/** A key set and tokens of its own, for tests of who may call. */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
export const foreignKey = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
export const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
export const issuer = 'https://id.example';
export const audience = 'urn:facet:api';
export const keyId = 'key-1';
/** Milliseconds since the epoch at which the tests take place. */
export const now = 1_800_000_000_000;

type Json = Record<string, unknown>;

/** A good token, but for what is given; `undefined` leaves a claim out. */
export function token(claims: Json = {}, header: Json = {}, key: KeyObject = privateKey): string {
  const seconds = now / 1_000;
  const payload = {
    iss: issuer,
    aud: audience,
    sub: 'acc-001',
    client_id: 'demo',
    iat: seconds,
    exp: seconds + 600,
    ...claims,
  };
  return signed({ alg: 'RS256', typ: 'at+jwt', kid: keyId, ...header }, payload, key);
}

export function signed(header: Json, payload: unknown, key: KeyObject): string {
  const input = `${encoded(header)}.${encoded(payload)}`;
  return `${input}.${createSign('RSA-SHA256').update(input).sign(key, 'base64url')}`;
}

export function unsigned(): string {
  return `${encoded({ alg: 'none', typ: 'at+jwt', kid: keyId })}.${token().split('.')[1]}.`;
}

/** Signed with the public key as a shared secret: the classic confusion of algorithms. */
export function confused(): string {
  const input = `${encoded({ alg: 'HS256', typ: 'at+jwt', kid: keyId })}.${token().split('.')[1]}`;
  return `${input}.${createHmac('sha256', publicPem).update(input).digest('base64url')}`;
}

export function ownKey(): KeyObject {
  return privateKey;
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
