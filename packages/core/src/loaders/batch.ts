/** The batch planner: unique keys become REST calls, and their answers values in the order of the keys. */
import type { Call } from '../client/call.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { Row } from './row.ts';

/** Calls under way at once for a row that needs one call a key. */
const maxConcurrentCalls = 10;

type Key = string | number;

interface BatchOptions {
  readonly call: Call;
  readonly context: RequestContext;
  readonly params: object;
}

/** Values of a row's keys, aligned to them: `null` or an empty list where there is nothing, an Error where it failed. */
export function loadBatch(row: Row, keys: readonly Key[], options: BatchOptions): Promise<unknown[]> {
  return row.operation.parameters[row.keys as string]?.list === undefined
    ? loadOneByOne(row, keys, options)
    : loadTogether(row, keys, options);
}

/** Value of a row without keys for one set of parameters. */
export async function loadWhole(row: Row, options: BatchOptions): Promise<unknown> {
  return valueAt(row, await send(row, {}, options));
}

async function loadTogether(row: Row, keys: readonly Key[], options: BatchOptions): Promise<unknown[]> {
  // Sorted keys make stable URLs, which caches on the way can recognise.
  const answer = await send(row, { [row.keys as string]: [...keys].sort() }, options);
  const items = valueAt(row, answer);
  if (!Array.isArray(items) || !items.every(isObject)) throw invalid(row, 'is not a list of objects');
  return row.match.by === 'items' ? alignLists(row, keys, items) : alignItems(row, keys, items);
}

function alignItems(row: Row, keys: readonly Key[], items: readonly Record<string, unknown>[]): unknown[] {
  const column = columnOf(row);
  const byKey = new Map(items.map((item) => [String(item[column]), item]));
  return keys.map((key) => byKey.get(String(key)) ?? null);
}

function alignLists(row: Row, keys: readonly Key[], items: readonly Record<string, unknown>[]): unknown[] {
  const byKey = Map.groupBy(items, (item) => String(item[columnOf(row)]));
  return keys.map((key) => byKey.get(String(key)) ?? []);
}

async function loadOneByOne(row: Row, keys: readonly Key[], options: BatchOptions): Promise<unknown[]> {
  const values: unknown[] = new Array(keys.length);
  const waiting = keys.entries();
  async function work(): Promise<void> {
    for (const [index, key] of waiting) values[index] = await loadOne(row, key, options);
  }
  await Promise.all(Array.from({ length: Math.min(maxConcurrentCalls, keys.length) }, work));
  return values;
}

async function loadOne(row: Row, key: Key, options: BatchOptions): Promise<unknown> {
  try {
    const value = valueAt(row, await send(row, { [row.keys as string]: key }, options));
    return row.match.by === 'item' && Array.isArray(value)
      ? (alignItems(row, [key], value.filter(isObject))[0] ?? null)
      : value;
  } catch (reason) {
    const error = FacetError.from(reason);
    return error.code === 'NOT_FOUND' ? null : error;
  }
}

function send(row: Row, keys: object, { call, context, params }: BatchOptions): Promise<unknown> {
  return call(row.operation, { ...params, ...keys }, { context, audience: row.audience });
}

/** Follows the row's JSON Pointer (RFC 6901). */
function valueAt(row: Row, answer: unknown): unknown {
  let value = answer;
  for (const segment of row.items.split('/').slice(1)) {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isObject(value) || !Object.hasOwn(value, name)) throw invalid(row, 'is missing');
    value = value[name];
  }
  return value;
}

function columnOf(row: Row): string {
  return row.match.by === 'call' ? '' : row.match.column;
}

function invalid(row: Row, what: string): FacetError {
  const { service, operationId } = row.operation;
  return new FacetError('UPSTREAM_INVALID_RESPONSE', {
    cause: { service, operationId, problem: `${row.items} ${what}` },
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
