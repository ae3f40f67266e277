/** The loaders of one request: rows become DataLoaders, one for each row and set of parameters. */
import DataLoader from 'dataloader';
import type { Call } from '../client/call.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { loadBatch, loadWhole } from './batch.ts';
import type { Given, Row } from './row.ts';

export interface Loaders {
  /**
   * The value of one key; keys asked for in the same turn share calls, keys known to this request make none.
   * `null` where there is no such thing. Call it before the first `await`: what is asked for later is another batch.
   */
  load<Key, Value, Params>(row: Row<Key, Value, Params>, key: Key, params?: Given<Params>): Promise<Value | null>;
  /** The value of a row without keys; equal parameters make one call a request. */
  call<Value, Params>(row: Row<never, Value, Params>, params?: Given<Params>): Promise<Value>;
  /** Carries out an operation, every time it is asked to; nothing is remembered. */
  readonly send: Call;
  /** Forgets one key of a row, with every set of parameters, or all that a row without keys brought. */
  forget<Key>(row: Row<Key>, key?: Key): void;
}

/** What resolvers of every BFF receive. */
export interface ResolverContext extends RequestContext {
  readonly loaders: Loaders;
}

type AnyLoader = DataLoader<string | number, unknown, string>;

/** Creates the loaders of one request; they hold what was loaded until the request's context is dropped. */
export function createLoaders(call: Call, context: RequestContext): Loaders {
  const byRow = new Map<Row, Map<string, AnyLoader>>();
  const whole = new Map<Row, Map<string, Promise<unknown>>>();

  function loaderOf(row: Row, params: object): AnyLoader {
    return remembered(byRow, row, params, () => {
      const options = { call, context, params };
      return new DataLoader((keys) => loadBatch(row, keys, options).then(asValuesOrErrors), {
        maxBatchSize: row.maxKeys === 1 ? Number.POSITIVE_INFINITY : row.maxKeys,
        cacheKeyFn: String,
      });
    });
  }

  return {
    load: (row, key, params) => {
      if (row.keys === undefined) throw new TypeError(`${nameOf(row)} has no keys: use call instead of load.`);
      return loaderOf(row, (params ?? {}) as object).load(key as string | number) as Promise<never>;
    },
    call: (row, params) => {
      if (row.keys !== undefined) throw new TypeError(`${nameOf(row)} has keys: use load instead of call.`);
      const given = (params ?? {}) as object;
      return remembered(whole, row, given, () => loadWhole(row, { call, context, params: given })) as Promise<never>;
    },
    send: call,
    forget: (row, key) => {
      whole.delete(row);
      if (key === undefined) byRow.delete(row);
      for (const loader of byRow.get(row)?.values() ?? []) loader.clear(key as string | number);
    },
  };
}

function remembered<T>(rows: Map<Row, Map<string, T>>, row: Row, params: object, create: () => T): T {
  const known = rows.get(row) ?? new Map<string, T>();
  rows.set(row, known);
  const id = identityOf(params);
  const value = known.get(id) ?? create();
  known.set(id, value);
  return value;
}

/** Equal parameters have equal texts, whatever their order and however absence is written. */
function identityOf(params: object): string {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined && value !== null);
  return entries.length === 0 ? '' : JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** DataLoader takes a value or an Error for each key. */
function asValuesOrErrors(values: readonly unknown[]): (unknown | Error)[] {
  return values.map((value) => (value instanceof FacetError ? (value as Error) : value));
}

function nameOf(row: Row): string {
  return `row(${row.operation.service}.${row.operation.operationId})`;
}
