/** Collections as every service of the tests pages them: by ids, or as groups by parent. */

type Query = URLSearchParams;
type Item = { readonly [Column in 'id' | 'productId' | 'accountId' | 'parentId']?: string | null };

export const idsOf = (query: Query, name: string) => query.get(name)?.split(',') ?? [];

export function pageOf<T extends Item>(items: readonly T[], query: Query) {
  const after = query.get('after');
  const start = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
  const page = items.slice(start, start + Number(query.get('limit') ?? 100));
  const last = page.at(-1)?.id ?? null;
  return { items: page, next: start + page.length < items.length ? last : null, total: items.length };
}

export function byIds<T extends Item>(items: readonly T[], query: Query, column: keyof Item = 'id') {
  const ids = new Set(idsOf(query, 'ids'));
  return pageOf(
    items.filter((item) => ids.has(String(item[column]))),
    query,
  );
}

export function groupsOf<T extends Item>(
  parentIds: readonly string[],
  query: Query,
  itemsOf: (parentId: string) => readonly T[],
) {
  return { groups: parentIds.map((parentId) => ({ parentId, ...pageOf(itemsOf(parentId), query) })) };
}
