// Reads the first items of each of many parents with one statement.
import { sql } from 'kysely';
import { type AnyDatabase, type Collection, columnList, isBehind, orderBy } from './collection.ts';
import { findPlace, type PageOf } from './read-page.ts';
import type { ByParents } from './selection.ts';

export interface GroupsOf<Item> {
  groups: ({ parentId: string } & PageOf<Item>)[];
}

type RankedRow = Record<string, unknown> & { group_parent: string; group_total: number; is_behind: number };

/**
 * One group a parent, in the order asked, empty where the parent has no items. Rows at or before the cursor's place
 * are numbered apart from those behind it; of the former each parent keeps one, so an emptied group has its total.
 */
export async function readGroups<ItemRow, Item>(
  db: AnyDatabase,
  collection: Collection & { readonly parent: string },
  { parentIds, limit, after }: ByParents,
  toItem: (row: ItemRow) => Item,
): Promise<GroupsOf<Item>> {
  const { from, columns, id, order } = collection;
  const parent = sql.ref(collection.parent);
  const place = await findPlace(db, collection, after);
  const behind = place ? sql`case when ${isBehind(order, place)} then 1 else 0 end` : sql`1`;
  const { rows } = await sql<RankedRow>`
    with candidate as (
      select ${columnList([...new Set([...columns, ...order.columns])])}, ${parent} as group_parent, ${behind} as is_behind
      from ${from} where ${parent} in (${sql.join(parentIds)})
    ), ranked as (
      select candidate.*, count(*) over (partition by group_parent) as group_total,
        row_number() over (partition by group_parent, is_behind order by ${orderBy(order)}) as group_place
      from candidate
    )
    select * from ranked
    where (is_behind = 1 and group_place <= ${limit + 1}) or (is_behind = 0 and group_place = 1)
    order by group_parent, is_behind desc, group_place`.execute(db);

  const rowsByParent = Map.groupBy(rows, (row) => row.group_parent);
  const groups = parentIds.map((parentId) => {
    const own = rowsByParent.get(parentId) ?? [];
    const reached = own.filter((row) => row.is_behind === 1);
    const shown = reached.slice(0, limit);
    const next = reached.length > limit ? String(shown.at(-1)?.[id]) : null;
    return { parentId, items: shown.map((row) => toItem(row as ItemRow)), next, total: own[0]?.group_total ?? 0 };
  });
  return { groups };
}
