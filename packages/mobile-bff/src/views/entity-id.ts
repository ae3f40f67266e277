/** Ids as the services write them. */

/** The id, or `null` for a text that no service would take as one: there is nothing behind it. */
export function toEntityId(text: string): string | null {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text) ? text : null;
}
