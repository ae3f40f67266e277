/** Encryption of what leaves the process: sessions in Redis, sign-ins under way in the browser's cookies (AES-256-GCM). */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

export interface Seal {
  /** Encrypts with the first key. `boundTo` is not part of the result, and must be the same to open it. */
  seal(text: string, boundTo: string): Buffer;
  /** Decrypts with whichever key fits; `undefined` for what was changed, moved, or sealed with an unknown key. */
  open(sealed: Buffer, boundTo: string): string | undefined;
}

/**
 * Creates a seal of keys, each 32 bytes in base64 or base64url: the first encrypts, all decrypt, so that a new key is
 * put in front and the old one removed when nothing sealed with it lives on. Without keys, one of this process's own.
 * Throws a RangeError for a key of another length.
 */
export function createSeal(given: readonly string[] = []): Seal {
  const keys = given.length === 0 ? [randomBytes(keyBytes)] : given.map(toKey);

  function openWith(key: Buffer, sealed: Buffer, boundTo: string): string | undefined {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    try {
      return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }

  return {
    seal(text, boundTo) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, keys[0] as Buffer, iv, { authTagLength: tagBytes });
      const content = Buffer.concat([cipher.setAAD(Buffer.from(boundTo)).update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), content]);
    },
    open(sealed, boundTo) {
      if (sealed.length < ivBytes + tagBytes) return undefined;
      for (const key of keys) {
        const text = openWith(key, sealed, boundTo);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

function toKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyBytes) throw new RangeError(`A session key has ${keyBytes} bytes, this one ${key.length}.`);
  return key;
}
