/** The loaders of one request: one for each row and set of parameters. */
import type { Call } from '../client/call.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { Events } from '../events.ts';
import type { Given, Key, Row } from './row.ts';
import { createRowLoader, type RowLoader, type Values } from './row-loader.ts';

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
  /** Carries out an operation, every time it is asked to; nothing is remembered. */
  readonly send: Call;
  /** Forgets one key of a row, with every set of parameters, or all that a row without keys brought. */
  forget<Key>(row: Row<Key>, key?: Key): void;
}

/** What resolvers of every BFF receive. */
export interface ResolverContext extends RequestContext {
  readonly loaders: Loaders;
}

/** A row without keys has one value for a set of parameters; this stands for its key. */
const wholeKeys: readonly Key[] = [''];

/** Creates the loaders of one request; they hold what was loaded until the request's context is dropped. */
export function createLoaders(call: Call, context: RequestContext, events?: Pick<Events, 'batch'>): Loaders {
  const byRow = new Map<Row, Map<string, RowLoader>>();

  function loaderOf(row: Row, params: object): RowLoader {
    const ofRow = byRow.get(row) ?? new Map<string, RowLoader>();
    byRow.set(row, ofRow);
    const id = identityOf(params);
    const loader = ofRow.get(id) ?? createRowLoader(row, { call, context, params, events });
    ofRow.set(id, loader);
    return loader;
  }

  return {
    load: (row, key, params) => {
      assertKeys(row, true);
      return only(loaderOf(row, params ?? {}).loadLevel([key as Key])) as Promise<never>;
    },
    loadLevel: (row, keys, params, columns) => {
      assertKeys(row, true);
      return loaderOf(row, params).loadLevel(keys, columns);
    },
    call: (row, params, columns) => {
      assertKeys(row, false);
      return only(loaderOf(row, params ?? {}).loadLevel(wholeKeys, columns)) as Promise<never>;
    },
    send: call,
    forget: (row, key) => {
      if (key === undefined || row.keys === undefined) byRow.delete(row);
      for (const loader of byRow.get(row)?.values() ?? []) loader.forget(key as Key);
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

/** Equal parameters have equal texts, whatever their order and however absence is written. */
function identityOf(params: object): string {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined && value !== null);
  return entries.length === 0 ? '' : JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
