/** Validators of answers (RFC 9110, 8.8). */
import { hash } from 'node:crypto';

/** As long as the bytes they were made of. */
const known = new WeakMap<Buffer, string>();

/**
 * The entity tag of a body, which must not change. It is weak, as it stands for the body in every content coding. It is
 * made of the bytes, not of the validators of the services: those stay when a new release shows their data in another way.
 */
export function toEtag(body: Buffer): string {
  const before = known.get(body);
  if (before !== undefined) return before;
  const etag = `W/"${hash('sha1', body, 'base64url')}"`;
  known.set(body, etag);
  return etag;
}
