/** Ids as the services write them. */
import { FacetError } from '@facet/core';

/** The id, or `null` for a text that no service would take as one: there is nothing behind it. */
export function toEntityId(text: string): string | null {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text) ? text : null;
}

/** The id of what shall change. Throws BAD_USER_INPUT for a text that no service would take as one. */
export function toTargetId(argument: string, text: string): string {
  const id = toEntityId(text);
  if (id !== null) return id;
  throw new FacetError('BAD_USER_INPUT', {
    message: `${argument} must be an id as a screen gives it.`,
    details: { argument },
  });
}
