/** Keys in Redis: readable where they are short, of bounded length always. */
import { hash } from 'node:crypto';

const maxLength = 120;
const hashMark = '~';

/** Different for different names, whoever chooses them: what looks like a hash is hashed itself. */
export function toRedisKey(prefix: string, name: string): string {
  if (name.length <= maxLength && !name.startsWith(hashMark)) return prefix + name;
  return `${prefix}${hashMark}${hash('sha256', name, 'base64url')}`;
}
