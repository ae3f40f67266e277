// What no database can keep as text is refused before anything is done with it.
import { badProperty } from '../problem.ts';

/** PostgreSQL has no text with U+0000. Throws a 422 problem that names the property. */
export function assertStorable(body: unknown, place = ''): void {
  if (typeof body === 'string' && body.includes('\0')) throw badProperty(place || 'body', 'must not contain U+0000');
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body)) assertStorable(value, place === '' ? name : `${place}.${name}`);
}
