/** Ids of sessions: 256 random bits for the browser, a hash of them for the store. */
import { hash, randomBytes } from 'node:crypto';

/** A new secret id, 43 characters. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a cookie can be one at all. */
export function isSessionId(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** The name under which a store keeps what belongs to a secret: whoever reads the store cannot use what stands there. */
export function toStoreKey(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
