/** Answers become values, one a key and in the order of the keys: matched by column, never by place. */
import { FacetError } from '../errors/facet-error.ts';
import type { Key, Row } from './row.ts';

type Item = Readonly<Record<string, unknown>>;

/**
 * The values of the keys that an answer was asked for: `null` where there is nothing, an empty list where a key may have
 * many. Throws UPSTREAM_INVALID_RESPONSE for an answer that is not what the row says.
 */
export function align(row: Row, keys: readonly Key[], answer: unknown): unknown[] {
  const value = valueAt(row, answer);
  if (row.match.by === 'call') return [value];
  if (!row.takesList && !Array.isArray(value)) return [value];
  const items = row.takesList ? assertItems(row, value) : (value as unknown[]).filter(isObject);
  return row.match.by === 'items' ? alignLists(row.match, keys, items) : alignItems(row.match, keys, items);
}

function assertItems(row: Row, value: unknown): readonly Item[] {
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw invalid(row, 'is not a list of objects');
}

/** Of two items with one key, the last counts. */
function alignItems({ column }: { column: string }, keys: readonly Key[], items: readonly Item[]): unknown[] {
  const byKey = new Map<string, Item>();
  for (const item of items) byKey.set(String(item[column]), item);
  return keys.map((key) => byKey.get(String(key)) ?? null);
}

function alignLists({ column }: { column: string }, keys: readonly Key[], items: readonly Item[]): unknown[] {
  const byKey = Map.groupBy(items, (item) => String(item[column]));
  return keys.map((key) => byKey.get(String(key)) ?? []);
}

/** Follows the row's JSON Pointer (RFC 6901). */
function valueAt(row: Row, answer: unknown): unknown {
  let value = answer;
  for (const name of row.itemsPath) {
    if (!isObject(value) || !Object.hasOwn(value, name)) throw invalid(row, 'is missing');
    value = value[name];
  }
  return value;
}

function invalid(row: Row, what: string): FacetError {
  const { service, operationId } = row.operation;
  return new FacetError('UPSTREAM_INVALID_RESPONSE', {
    cause: { service, operationId, problem: `${row.items} ${what}` },
  });
}

function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
