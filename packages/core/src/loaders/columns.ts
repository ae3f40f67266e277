/** Columns: which properties of a row's items a caller reads, and how a call asks for no more than those. */
import type { Row } from './row.ts';

/** Sorted names, or `undefined` for all. */
export type Columns = readonly string[] | undefined;

const known = new WeakMap<Row, WeakMap<readonly string[], { readonly columns: Columns }>>();

/**
 * What a call has to ask for when `columns` are read: those, and what items are matched by. All of them where the
 * contract cannot say so: it has no parameter for it, not room enough, or does not know one of the names.
 * Plans pass the same list again and again, so the outcome is remembered with it; nobody may change a list.
 */
export function toColumns(row: Row, columns: Columns): Columns {
  if (columns === undefined || row.fields === undefined) return undefined;
  const ofRow = known.get(row) ?? new WeakMap<readonly string[], { readonly columns: Columns }>();
  known.set(row, ofRow);
  const found = ofRow.get(columns) ?? { columns: fitting(row, columns) };
  ofRow.set(columns, found);
  return found.columns;
}

/** The columns of both. */
export function unionOf(row: Row, a: Columns, b: Columns): Columns {
  if (a === undefined || b === undefined) return undefined;
  return a === b ? a : fitting(row, [...a, ...b]);
}

/** Whether what was asked for with `columns` has all of `wanted`. */
export function covers(columns: Columns, wanted: Columns): boolean {
  if (columns === undefined || columns === wanted) return true;
  return wanted?.every((name) => columns.includes(name)) ?? false;
}

function fitting({ fields }: Row, columns: readonly string[]): Columns {
  if (fields === undefined) return undefined;
  const names = [...new Set([...fields.always, ...columns])].sort();
  const { values, maxItems } = fields;
  if (names.length === 0 && values !== undefined) return values.includes('id') ? ['id'] : values.slice(0, 1);
  const isKnown = values === undefined || names.every((name) => values.includes(name));
  return names.length > 0 && names.length <= maxItems && isKnown ? names : undefined;
}
