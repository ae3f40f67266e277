/** Rows: how a REST operation answers many keys at once, as data that a checker can walk. */
import type { Operation, OperationInput, OperationOutput } from '../client/operation.ts';
import type { Audience, TokenKind } from '../client/transport.ts';
import { toPath, toRowFields, toRowPost } from './row-parts.ts';

/** How the items of an answer find their keys. */
export type Match =
  | { readonly by: 'item'; readonly column: string }
  | { readonly by: 'group'; readonly column: string }
  | { readonly by: 'items'; readonly column: string }
  | { readonly by: 'call' };

/**
 * A REST operation seen as a source of values by key.
 * `match.by` says what one key brings: `item` one item, `group` one group `{ parentId, items, next, total }`, `items`
 * every flat item whose column equals the key, `call` the answer of a call of its own.
 */
export interface Row<Key = unknown, Value = unknown, Params = unknown> {
  readonly operation: Operation;
  /** The parameter that takes the keys; absent on rows without keys. */
  readonly keys?: string;
  readonly match: Match;
  /** JSON Pointer (RFC 6901) to the items, or to the value where one call answers one key. */
  readonly items: string;
  readonly audience: Audience;
  /** The token its calls take; by default `user` for `principal`, `client` for `public`. */
  readonly token?: TokenKind;
  /** `items` as the names of properties, outermost first. */
  readonly itemsPath: readonly string[];
  /** Whether one call may carry many keys. */
  readonly takesList: boolean;
  /** Most keys one call may carry, as the contract says. */
  readonly maxKeys: number;
  /** How a call asks for some columns only; absent where the contract has nothing for it. */
  readonly fields?: RowFields;
  /** The contract's POST for more keys than one GET can carry. */
  readonly post?: RowPost;
  /** Only in types. */
  readonly '~types'?: { key: Key; value: Value; params: Params };
}

/** A row's parameter that names columns. */
export interface RowFields {
  readonly parameter: string;
  /** The column of a value that has the items, where a value is a page or a group; absent where it is an item itself. */
  readonly itemsColumn?: string;
  /** Columns that every call needs: what items are matched by. */
  readonly always: readonly string[];
  readonly maxItems: number;
  /** The only names it takes, where the contract lists them. */
  readonly values?: readonly string[];
}

export interface RowPost {
  readonly operation: Operation;
  readonly maxKeys: number;
}

export type Key = string | number;

/** Parameters as a caller may give them: `null` and `undefined` are the same as leaving one out. */
export type Given<Params> = { readonly [Name in keyof Params]: Params[Name] | null | undefined };

type Property<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never;

/** The type a JSON Pointer leads to. */
export type At<T, Pointer extends string> = Pointer extends ''
  ? T
  : Pointer extends `/${infer Head}/${infer Rest}`
    ? At<Property<T, Head>, `/${Rest}`>
    : Pointer extends `/${infer Head}`
      ? Property<T, Head>
      : never;

type Item<Spec, Pointer extends string> = At<OperationOutput<Spec>, Pointer> extends readonly (infer T)[] ? T : never;
type Name<Spec> = keyof OperationInput<Spec> & string;
type KeyOf<Spec, Keys extends Name<Spec>> =
  NonNullable<OperationInput<Spec>[Keys]> extends readonly (infer Key)[]
    ? Key
    : NonNullable<OperationInput<Spec>[Keys]>;
type ParamsWithout<Spec, Keys> = Omit<OperationInput<Spec>, Keys extends string ? Keys | 'fields' : 'fields'>;

interface Common<Keys, Pointer> {
  /** The parameter that takes the keys: a list, or one that takes a single key and is then called once per key. */
  readonly keys: Keys;
  /** JSON Pointer to the items. */
  readonly items?: Pointer;
  /** `public`: the answer is the same for everybody; `principal`: it is the caller's and never shared. */
  readonly audience: Audience;
  /**
   * `user`: a token of the caller's, for this service and what it does only; `client`: the BFF's own; `none`: the service
   * takes none. By default `user` for `principal`, `client` for `public`.
   */
  readonly token?: TokenKind;
}

/** One item a key, matched by a column; a key without item is `null`. Items are at `/items` by default. */
export function row<Spec, Keys extends Name<Spec>, Pointer extends string = '/items'>(
  operation: Operation<Spec>,
  options: Common<Keys, Pointer> & { readonly matchBy: keyof Item<Spec, Pointer> & string },
): Row<KeyOf<Spec, Keys>, Item<Spec, Pointer>, ParamsWithout<Spec, Keys>>;
/** One group a key, `{ parentId, items, next, total }`; groups are at `/groups`. */
export function row<Spec, Keys extends Name<Spec>>(
  operation: Operation<Spec>,
  options: Omit<Common<Keys, never>, 'items'> & { readonly groupBy: keyof Item<Spec, '/groups'> & string },
): Row<KeyOf<Spec, Keys>, Item<Spec, '/groups'>, ParamsWithout<Spec, Keys>>;
/** Every flat item whose column equals the key, in the order of the answer; a key without items is an empty list. */
export function row<Spec, Keys extends Name<Spec>, Pointer extends string>(
  operation: Operation<Spec>,
  options: Common<Keys, Pointer> & { readonly items: Pointer; readonly groupBy: keyof Item<Spec, Pointer> & string },
): Row<KeyOf<Spec, Keys>, Item<Spec, Pointer>[], ParamsWithout<Spec, Keys>>;
/** One call a key, at most 10 at a time; the value is the whole answer, or what `items` points to; 404 is `null`. */
export function row<Spec, Keys extends Name<Spec>, Pointer extends string = ''>(
  operation: Operation<Spec>,
  options: Common<Keys, Pointer>,
): Row<KeyOf<Spec, Keys>, At<OperationOutput<Spec>, Pointer>, ParamsWithout<Spec, Keys>>;
/** No keys: one call for each set of parameters; the value is the whole answer, or what `items` points to. */
export function row<Spec, Pointer extends string = ''>(
  operation: Operation<Spec>,
  options: Omit<Common<never, Pointer>, 'keys'>,
): Row<never, At<OperationOutput<Spec>, Pointer>, ParamsWithout<Spec, never>>;
export function row(operation: Operation, options: RowOptions): Row {
  const { keys, matchBy, groupBy, audience, token = audience === 'public' ? 'client' : 'user' } = options;
  assertRow(operation, options);
  const list = keys === undefined ? undefined : operation.parameters[keys]?.list;
  const match = toMatch(matchBy, groupBy, options.items);
  const items = options.items ?? (match.by === 'call' ? '' : match.by === 'group' ? '/groups' : '/items');
  const fields = toRowFields(operation, match, items);
  const post = keys === undefined ? undefined : toRowPost(operation, keys);
  return {
    operation,
    ...(keys === undefined ? {} : { keys }),
    match,
    items,
    itemsPath: toPath(items),
    audience,
    token,
    takesList: list !== undefined,
    maxKeys: list === undefined ? 1 : (list.maxItems ?? 100),
    ...(fields === undefined ? {} : { fields }),
    ...(post === undefined ? {} : { post }),
  };
}

interface RowOptions {
  readonly keys?: string;
  readonly matchBy?: string;
  readonly groupBy?: string;
  readonly items?: string;
  readonly audience: Audience;
  readonly token?: TokenKind;
}

function toMatch(matchBy: string | undefined, groupBy: string | undefined, items: string | undefined): Match {
  if (matchBy !== undefined) return { by: 'item', column: matchBy };
  if (groupBy === undefined) return { by: 'call' };
  return items === undefined ? { by: 'group', column: groupBy } : { by: 'items', column: groupBy };
}

function assertRow(operation: Operation, options: RowOptions): void {
  const { keys, matchBy, groupBy, items, audience, token } = options;
  const where = `row(${operation.service}.${operation.operationId})`;
  const parameter = keys === undefined ? undefined : operation.parameters[keys];
  if (keys !== undefined && parameter === undefined) {
    const known = Object.keys(operation.parameters).join(', ');
    throw new TypeError(
      `${where}: option keys names '${keys}', but the operation has only ${known || 'no parameters'}.`,
    );
  }
  if (audience === 'public' && token === 'user') {
    throw new TypeError(`${where}: what is asked with the caller's token is not public, use audience 'principal'.`);
  }
  if (matchBy !== undefined && groupBy !== undefined) {
    throw new TypeError(`${where}: give matchBy (one item a key) or groupBy (many), not both.`);
  }
  if (parameter?.list !== undefined && matchBy === undefined && groupBy === undefined) {
    throw new TypeError(
      `${where}: '${keys}' takes a list of keys, so matchBy or groupBy must say how items find theirs.`,
    );
  }
  if (items !== undefined && items !== '' && !items.startsWith('/')) {
    throw new TypeError(`${where}: option items is a JSON Pointer such as '/data', received '${items}'.`);
  }
}
