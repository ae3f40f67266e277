/** Where a browser goes after signing in: a path of this origin, nothing else. */
import { FacetError } from '../errors/facet-error.ts';

/** Of the path as it is written in a URL: it is kept in a cookie, and browsers drop those of more than 4 KB. */
const maxLength = 1_000;
const message = 'returnTo must be a path on this site, such as /orders?page=2, of at most 1,000 characters in a URL.';

/** `/` where nothing is asked for; throws BAD_USER_INPUT for what leads elsewhere, as `//evil.example` or `/\evil` do. */
export function toReturnPath(given: unknown, origin: string): string {
  if (given === undefined) return '/';
  if (typeof given !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(given)) {
    throw new FacetError('BAD_USER_INPUT', { message });
  }
  const base = new URL(origin);
  const url = URL.parse(given, origin);
  // `/.//evil.example` is a path until it is normalised: what a browser would then read is looked at again.
  if (url === null || url.origin !== base.origin || url.pathname.startsWith('//')) {
    throw new FacetError('BAD_USER_INPUT', { message });
  }
  const path = url.pathname + url.search + url.hash;
  if (path.length > maxLength) throw new FacetError('BAD_USER_INPUT', { message });
  return path;
}
