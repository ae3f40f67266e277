// Sparse fieldsets: keeps only the properties of every item that the caller named.

type Item = Record<string, unknown>;

function keep(items: readonly Item[], fields: readonly string[]): Item[] {
  return items.map((item) => Object.fromEntries(fields.map((field) => [field, item[field]])));
}

/** `body` is a page of `items` or a list of `groups` of them; anything else, or no `fields`, is returned as it is. */
export function keepFields(body: unknown, fields: readonly string[] | undefined): unknown {
  if (!fields || typeof body !== 'object' || body === null) return body;
  const { items, groups } = body as { items?: Item[]; groups?: { items: Item[] }[] };
  if (items) return { ...body, items: keep(items, fields) };
  if (groups) return { ...body, groups: groups.map((group) => ({ ...group, items: keep(group.items, fields) })) };
  return body;
}
