/** The batch planner: unique keys become REST calls, and their answers values in the order of the keys. */
import type { Call } from '../client/call.ts';
import { isAboutInput } from '../client/from-response.ts';
import type { Freshness } from '../context/freshness.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { BatchEvent, Events } from '../events.ts';
import { align } from './align.ts';
import type { Columns } from './columns.ts';
import { planBatch, toRequest } from './plan-batch.ts';
import { readThrough } from './read-through.ts';
import type { Key, Row } from './row.ts';
import type { KeepValues, RowCache } from './row-cache.ts';

/** Calls under way at once for one batch that needs many. */
const maxConcurrentCalls = 10;

export interface BatchOptions {
  readonly call: Call;
  readonly context: RequestContext;
  readonly params: object;
  /** Their text, equal where they are. */
  readonly paramsId: string;
  /** What the batch reads of each item, as `toColumns` gave it. */
  readonly columns: Columns;
  /** Levels that the batch joins, for its event. */
  readonly levels: number;
  readonly events: Pick<Events, 'batch'> | undefined;
  readonly rowCache: RowCache | undefined;
}

type OnFreshness = (freshness: Freshness) => void;

/** How a lot of keys is asked for, and what that has cost so far. */
interface Asking {
  readonly row: Row;
  readonly ask: (lot: readonly Key[], onFreshness: OnFreshness | undefined) => Promise<unknown>;
  readonly keep: KeepValues | undefined;
  calls: number;
  /** Further calls that may still be made to find the keys that others fail for. */
  spare: number;
  isBisected: boolean;
}

/**
 * Values of unique, sorted keys, aligned to them: `null` or an empty list where there is nothing, a FacetError where it
 * failed. Never rejects. A row without keys has one value, whatever its key.
 *
 * One bad key never fails its batch-mates: a call that fails for what it asked is halved until the key is alone. A
 * service that answers nothing right gets 2·⌈log2 n⌉ further calls and is then left in peace; each right answer allows
 * for two more, which finds three bad keys among 50.
 */
export function loadBatch(row: Row, keys: readonly Key[], options: BatchOptions): Promise<readonly unknown[]> {
  const { context, paramsId, columns, rowCache } = options;
  if (rowCache === undefined || row.audience !== 'public' || row.operation.method !== 'GET') {
    return fetchBatch(row, keys, options);
  }
  return readThrough(
    { row, params: paramsId, keys, columns },
    {
      cache: rowCache,
      freshness: context.freshness,
      fetch: (missing, keep) => fetchBatch(row, missing, options, keep),
    },
  );
}

async function fetchBatch(
  row: Row,
  keys: readonly Key[],
  options: BatchOptions,
  keep?: KeepValues,
): Promise<readonly unknown[]> {
  const { call, context, columns } = options;
  const params = columns === undefined ? options.params : { ...options.params, [row.fields?.parameter ?? '']: columns };
  try {
    const { lots, reason } = planBatch(row, keys, params);
    const asking: Asking = {
      row,
      ask: (lot, onFreshness) => {
        const { operation, input } = toRequest(row, lot, params, reason);
        const { audience, token } = row;
        const further = { ...(onFreshness && { onFreshness }), ...(token && { token }) };
        return call(operation, input, { context, audience, ...further });
      },
      keep,
      calls: 0,
      spare: 2 * Math.ceil(Math.log2(keys.length)),
      isBisected: false,
    };
    const values = lots.length === 1 ? await loadLot(keys, asking) : await loadLots(lots, asking);
    const { calls, isBisected } = asking;
    report(row, options, { keys: keys.length, calls, reason: isBisected ? 'bisection' : reason });
    return values;
  } catch (reason) {
    const error = FacetError.from(reason);
    return keys.map(() => error);
  }
}

async function loadLots(lots: readonly (readonly Key[])[], asking: Asking): Promise<unknown[]> {
  const values: (readonly unknown[])[] = new Array(lots.length);
  const waiting = lots.entries();
  async function work(): Promise<void> {
    for (const [index, lot] of waiting) values[index] = await loadLot(lot, asking);
  }
  await Promise.all(Array.from({ length: Math.min(maxConcurrentCalls, lots.length) }, work));
  return values.flat(1);
}

async function loadLot(lot: readonly Key[], asking: Asking, isHalf = false): Promise<readonly unknown[]> {
  asking.calls += 1;
  try {
    const values =
      asking.keep === undefined
        ? align(asking.row, lot, await asking.ask(lot, undefined))
        : await keepLot(lot, asking, asking.keep);
    if (isHalf) asking.spare += 2;
    return values;
  } catch (reason) {
    const error = FacetError.from(reason);
    if (!isAboutInput(error)) asking.spare = Number.NEGATIVE_INFINITY;
    if (lot.length === 1) return [isMissing(error, asking.row) ? nothing(asking.row) : error];
    return asking.spare < 2 ? lot.map(() => error) : loadHalves(lot, asking);
  }
}

async function keepLot(lot: readonly Key[], { row, ask }: Asking, keep: KeepValues): Promise<readonly unknown[]> {
  let freshness: Freshness | undefined;
  const answer = await ask(lot, (heard) => {
    freshness = heard;
  });
  const values = align(row, lot, answer);
  if (freshness !== undefined) keep(lot, values, freshness);
  return values;
}

async function loadHalves(lot: readonly Key[], asking: Asking): Promise<unknown[]> {
  asking.isBisected = true;
  asking.spare -= 2;
  const middle = Math.ceil(lot.length / 2);
  const halves = [lot.slice(0, middle), lot.slice(middle)];
  return (await Promise.all(halves.map((half) => loadLot(half, asking, true)))).flat(1);
}

/** A 404 for one key says that there is no such thing; for a row without keys it is an error of the service. */
const isMissing = ({ code }: FacetError, row: Row) => code === 'NOT_FOUND' && row.keys !== undefined;
const nothing = (row: Row) => (row.match.by === 'items' ? [] : null);

function report(row: Row, options: BatchOptions, outcome: Pick<BatchEvent, 'keys' | 'calls' | 'reason'>): void {
  const { service, operationId } = row.operation;
  const { context, levels, events } = options;
  events?.batch({ context, service, operationId, levels, ...outcome });
}
