// Conditional requests: validators of answers and whether the caller still has one (RFC 9110, 8.8.3 and 13.1.2).
import { hash } from 'node:crypto';

/** A weak validator: compression may change the bytes, not what they say. */
export function toEtag(body: string): string {
  return `W/"${hash('sha1', body, 'base64url')}"`;
}

/** Whether `If-None-Match`, a list of tags or `*`, has the tag by weak comparison. */
export function isCurrent(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return [...ifNoneMatch.matchAll(/"[^"]*"/g)].some(([tag]) => tag === opaque);
}
