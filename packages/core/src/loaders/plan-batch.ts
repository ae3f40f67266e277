/** The batch planner's first half: how many calls the keys of a row need, and what each of them asks. */
import type { Operation, Parameter } from '../client/operation.ts';
import { toRequestTarget } from '../client/request-target.ts';
import type { BatchReason } from '../events.ts';
import type { Key, Row } from './row.ts';

/**
 * Longest path and query of a GET. RFC 9110, 4.1 asks everybody to take 8,000 bytes at least, and common proxies refuse
 * not much more (nginx and Apache 8 KiB for the whole request line).
 */
const maxTargetBytes = 8_000;

/** UTF-8 and percent-encoding make at most nine bytes of one UTF-16 unit. */
const maxBytesPerUnit = 9;

export interface BatchPlan {
  /** The keys of each call. */
  readonly lots: readonly (readonly Key[])[];
  readonly reason: BatchReason;
}

export interface Request {
  readonly operation: Operation;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Cuts unique, sorted keys into calls: as few as the contract and the length of a URL allow. */
export function planBatch(row: Row, keys: readonly Key[], params: object): BatchPlan {
  if (row.keys === undefined) return { lots: [keys], reason: 'fits' };
  const byCount = inLots(keys, row.maxKeys);
  if (!row.takesList) return { lots: byCount, reason: keys.length === 1 ? 'fits' : 'one-by-one' };
  const lots = byCount.flatMap((lot) => inTargets(row, lot, params));
  if (lots.length === 1) return { lots, reason: 'fits' };
  if (row.post !== undefined) return { lots: inLots(keys, row.post.maxKeys), reason: 'post' };
  return { lots, reason: lots.length > byCount.length ? 'bytes' : 'count' };
}

/** The operation and the input that ask for one lot. */
export function toRequest(row: Row, lot: readonly Key[], params: object, reason: BatchReason): Request {
  const { operation, keys, post, takesList } = row;
  if (keys === undefined) return { operation, input: { ...params } };
  const input: Record<string, unknown> = { ...params, [keys]: takesList ? lot : lot[0] };
  if (reason !== 'post' || post === undefined) return { operation, input };
  const body: Record<string, unknown> = {};
  const others: Record<string, unknown> = { body };
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    if (operation.parameters[name]?.in === 'query') body[name] = value;
    else others[name] = value;
  }
  return { operation: post.operation, input: others };
}

function inLots(keys: readonly Key[], size: number): (readonly Key[])[] {
  if (keys.length <= size) return [keys];
  return Array.from({ length: Math.ceil(keys.length / size) }, (_, lot) => keys.slice(lot * size, (lot + 1) * size));
}

/** A key that is too long for any URL has a call of its own, for the service to judge. */
function inTargets(row: Row, keys: readonly Key[], params: object): (readonly Key[])[] {
  const name = row.keys as string;
  const parameter = row.operation.parameters[name] as Parameter;
  const first = keys[0] as Key;
  const start = toRequestTarget(row.operation, { ...params, [name]: [first] }).path.length - encodedLength(first);
  const separator = parameter.explode && parameter.in === 'query' ? encodeURIComponent(name).length + 2 : 3;
  const units = keys.reduce<number>((sum, key) => sum + String(key).length, 0);
  if (start + units * maxBytesPerUnit + keys.length * separator <= maxTargetBytes) return [keys];

  const lots: Key[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    const more = encodedLength(key) + separator;
    if (length + more > maxTargetBytes) {
      lots.push([]);
      length = start;
    }
    lots.at(-1)?.push(key);
    length += more;
  }
  return lots;
}

function encodedLength(key: Key): number {
  const text = String(key);
  return /^[\w.~-]*$/.test(text) ? text.length : encodeURIComponent(text.toWellFormed()).length;
}
