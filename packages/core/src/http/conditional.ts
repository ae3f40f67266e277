/** Conditional requests: whether a caller has an answer already (RFC 9110, 13.1.2). */

const entityTag = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

/** Compares weakly: an entity tag stands for the answer, whether it says `W/` or not. `*` is any answer. */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = etag.slice(etag.indexOf('"'));
  for (const [, one] of ifNoneMatch.matchAll(entityTag)) if (one === opaque) return true;
  return false;
}
