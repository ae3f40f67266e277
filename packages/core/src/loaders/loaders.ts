/** The loaders of one request: one for each row and set of parameters. */
import type { Call } from '../client/call.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { Events } from '../events.ts';
import type { Given, Key, Row } from './row.ts';
import type { RowCache, RowChange } from './row-cache.ts';
import { createRowLoader, type RowLoader, type Values } from './row-loader.ts';

/** A level of unique keys that was asked for, or may be; a row without keys has one key, whatever it is. */
export interface AskedLevel {
  readonly row: Row;
  readonly keys: readonly Key[];
  readonly params: object;
  readonly columns: readonly string[] | undefined;
}

export interface Loaders {
  /**
   * The value of one key; keys asked for in the same turn share calls, keys known to this request make none.
   * `null` where there is no such thing. Call it before the first `await`: what is asked for later is another batch.
   */
  load<Key, Value, Params>(row: Row<Key, Value, Params>, key: Key, params?: Given<Params>): Promise<Value | null>;
  /**
   * The values of a whole level of unique keys, aligned to them; a FacetError stands in the place of a key that failed.
   * Never rejects, and is no promise where every key is known already. `columns` are the only ones that are read, all
   * of them when left out; the list is remembered, so it must never change. Of a row with a
   * `fields.itemsColumn`, they are those of the value's items.
   */
  loadLevel(row: Row, keys: readonly Key[], params: object, columns?: readonly string[]): Values | Promise<Values>;
  /** The value of a row without keys; equal parameters make one call a request. */
  call<Value, Params>(
    row: Row<never, Value, Params>,
    params?: Given<Params>,
    columns?: readonly string[],
  ): Promise<Value>;
  /** Has `hear` told of every level that is asked for from now on. */
  watch(hear: (asked: AskedLevel) => void): void;
  /**
   * Loads what may be asked for later, once what this turn has asked for is under way, in calls that end with `signal`.
   * Who asks for it waits for those calls; what failed is loaded again for them, and what nobody asks for has no effect.
   */
  prefetch(levels: readonly AskedLevel[], signal: AbortSignal): void;
  /** Carries out an operation, every time it is asked to; nothing is remembered. */
  readonly send: Call;
  /**
   * Forgets values that were changed, with every set of parameters, here and in the row cache. A promise only where there
   * is something to wait for: then no later read, of any request, sees what they were.
   */
  forget(changes: readonly RowChange[]): Promise<void> | undefined;
}

/** What resolvers of every BFF receive. */
export interface ResolverContext extends RequestContext {
  readonly loaders: Loaders;
}

/** A row without keys has one value for a set of parameters; this stands for its key. */
const wholeKeys: readonly Key[] = [''];

/**
 * Creates the loaders of one request; they hold what was loaded until the request's context is dropped. Of rows that are
 * public and read by GET, they fetch what `rowCache` does not have.
 */
export function createLoaders(
  call: Call,
  context: RequestContext,
  events?: Pick<Events, 'batch'>,
  rowCache?: RowCache,
): Loaders {
  const byRow = new Map<Row, Map<string, RowLoader>>();
  let hear: ((asked: AskedLevel) => void) | undefined;

  function loaderOf(row: Row, params: object): RowLoader {
    const ofRow = byRow.get(row) ?? new Map<string, RowLoader>();
    byRow.set(row, ofRow);
    const id = identityOf(params);
    const loader = ofRow.get(id) ?? createRowLoader(row, { call, context, params, paramsId: id, events, rowCache });
    ofRow.set(id, loader);
    return loader;
  }

  function loadLevel(
    row: Row,
    keys: readonly Key[],
    params: object,
    columns: AskedLevel['columns'],
  ): Values | Promise<Values> {
    hear?.({ row, keys, params, columns });
    return loaderOf(row, params).loadLevel(keys, columns);
  }

  return {
    load: (row, key, params) => {
      assertKeys(row, true);
      return only(loadLevel(row, [key as Key], params ?? {}, undefined)) as Promise<never>;
    },
    loadLevel: (row, keys, params, columns) => {
      assertKeys(row, true);
      return loadLevel(row, keys, params, columns);
    },
    call: (row, params, columns) => {
      assertKeys(row, false);
      return only(loadLevel(row, wholeKeys, params ?? {}, columns)) as Promise<never>;
    },
    watch: (listener) => {
      hear = listener;
    },
    prefetch: (levels, signal) => {
      afterThisTurn(() => {
        for (const { row, keys, params, columns } of levels) loaderOf(row, params).guess(keys, columns, signal);
      });
    },
    send: call,
    forget: (changes) => {
      for (const { row, keys } of changes) {
        if (keys === undefined || row.keys === undefined) byRow.delete(row);
        for (const loader of byRow.get(row)?.values() ?? []) for (const key of keys ?? []) loader.forget(key as Key);
      }
      return rowCache?.forget(changes);
    },
  };
}

function assertKeys(row: Row, isWanted: boolean): void {
  if ((row.keys !== undefined) === isWanted) return;
  const name = `row(${row.operation.service}.${row.operation.operationId})`;
  throw new TypeError(
    isWanted ? `${name} has no keys: use call instead of load.` : `${name} has keys: use load instead of call.`,
  );
}

/** The one value of a level of one key. */
async function only(values: Values | Promise<Values>): Promise<unknown> {
  const [value] = await values;
  if (value instanceof FacetError) throw value;
  return value;
}

/** When levels of this turn have left: DataLoader's own rule. */
function afterThisTurn(begin: () => void): void {
  void Promise.resolve().then(() => process.nextTick(begin));
}

/** Equal parameters have equal texts, whatever their order and however absence is written. */
function identityOf(params: object): string {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined && value !== null);
  return entries.length === 0 ? '' : JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
