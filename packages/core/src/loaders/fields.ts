/** Bindings: fields wired to rows and columns, as ordinary GraphQL fields whose data an engine or a checker can read. */
import { FacetError } from '../errors/facet-error.ts';
import type { Binding, ViewInput, ViewInputs } from './binding.ts';
import { inStep } from './in-step.ts';
import type { ResolverContext } from './loaders.ts';
import { missingColumn } from './missing-column.ts';
import type { Given, Row } from './row.ts';

/** What a field knows of its place in the schema, as GraphQL gives it to resolvers. */
export interface FieldInfo {
  readonly fieldName: string;
  readonly parentType: { readonly name: string };
  /** Ends in `!` where the field must have a value. */
  readonly returnType: { toString(): string };
}

/** An ordinary GraphQL field: any executor can call `resolve` once per object. */
export interface Field<Parent, Args, Result, Context extends ResolverContext = ResolverContext> {
  readonly resolve: (parent: Parent, args: Args, context: Context, info?: FieldInfo) => Result;
  readonly extensions: { readonly facet: Binding };
}

/** Keys and parameters come from the parent, the arguments and, for what is the caller's, the context. */
type FromParent<Parent, Args, Result> = (parent: Parent, args: Args, context: ResolverContext) => Result;

/** Where a field's key is: the name of a column, a view of columns, or a function of parent, arguments and context. */
type KeyFrom<Parent, Args, Key> =
  | {
      readonly [Column in keyof Parent & string]: Parent[Column] extends Key | null | undefined ? Column : never;
    }[keyof Parent & string]
  | Field<Parent, Args, Key | null | undefined>
  | FromParent<Parent, Args, Key | null | undefined>;

/**
 * Binds a field to the value of one key of a row: one REST call for all parents of a level, in lots of the contract's
 * maximum. A key of `null` or `undefined` is a value of `null` without any call. A key that is named by its column, or
 * made of columns by `from`, lets the parent be loaded with those and no others; a function may read all of them.
 */
export function load<Parent, Args, Key, Value, Params>(
  row: Row<Key, Value, Params>,
  key: KeyFrom<Parent, Args, Key>,
  paramsOf?: (args: Args, context: ResolverContext) => Given<Params>,
): Field<Parent, Args, Promise<Value | null> | null> {
  const { keyOf, keyColumns } = toKey<Parent, Args, Key>(key);
  const resolve = (parent: Parent, args: Args, context: ResolverContext) => {
    const found = keyOf(parent, args, context);
    if (found === null || found === undefined) return null;
    return context.loaders.load(row, found, paramsOf?.(args, context));
  };
  const facet = {
    kind: 'load' as const,
    row,
    keyOf,
    resolve,
    ...(keyColumns === undefined ? {} : { keyColumns }),
    ...(paramsOf === undefined ? {} : { paramsOf }),
  };
  return { resolve, extensions: { facet } };
}

function toKey<Parent, Args, Key>(
  key: KeyFrom<Parent, Args, Key>,
): { keyOf: FromParent<Parent, Args, Key | null | undefined>; keyColumns?: readonly string[] } {
  if (typeof key === 'function') return { keyOf: key };
  if (typeof key === 'string') {
    const name = key as keyof Parent & string;
    return { keyOf: (parent) => parent[name] as Key | null | undefined, keyColumns: [name] };
  }
  const { resolve: keyOf, extensions } = key as Field<Parent, Args, Key | null | undefined>;
  return extensions.facet.kind === 'from' ? { keyOf, keyColumns: extensions.facet.columns } : { keyOf };
}

interface CallOptions {
  /**
   * Answers together with all calls of the request that are in step, for sections of one screen whose values need the
   * same next. `false` by default: a slow sibling delays nobody.
   */
  readonly inStep?: boolean;
}

/**
 * Binds a field to the answer of an operation without keys: one REST call for each set of parameters. Parameters of
 * `null` are a value of `null` without any call.
 */
export function call<Parent, Args, Value, Params>(
  row: Row<never, Value, Params>,
  paramsOf?: (args: Args, context: ResolverContext) => Given<Params>,
  options?: CallOptions,
): Field<Parent, Args, Promise<Value>>;
export function call<Parent, Args, Value, Params>(
  row: Row<never, Value, Params>,
  paramsOf: (args: Args, context: ResolverContext) => Given<Params> | null,
  options?: CallOptions,
): Field<Parent, Args, Promise<Value> | null>;
export function call<Parent, Args, Value, Params>(
  row: Row<never, Value, Params>,
  paramsOf?: (args: Args, context: ResolverContext) => Given<Params> | null,
  options: CallOptions = {},
): Field<Parent, Args, Promise<Value> | null> {
  const isInStep = options.inStep ?? false;
  const resolve = (_parent: Parent, args: Args, context: ResolverContext) => {
    const params = paramsOf?.(args, context);
    if (params === null) return null;
    const answer = context.loaders.call(row, params);
    return isInStep ? inStep(answer, context.loaders) : answer;
  };
  const facet = { kind: 'call' as const, row, resolve, inStep: isInStep };
  return { resolve, extensions: { facet: paramsOf === undefined ? facet : { ...facet, paramsOf } } };
}

/** What a view sees: the columns that it names and, where it names `itemColumns`, those of the items in them. */
type Seen<Parent, Column extends keyof Parent, ItemColumn extends string> = [ItemColumn] extends [never]
  ? Pick<Parent, Column>
  : {
      readonly [Name in Column]: Parent[Name] extends readonly (infer Item)[]
        ? readonly Pick<Item, ItemColumn & keyof Item>[]
        : Parent[Name];
    };

/**
 * Binds a field to columns of its parent, shaped by a view: a pure, synchronous function of those columns, the
 * arguments and the inputs that `reads` declares. What it throws, unless it is a FacetError, is UPSTREAM_INVALID_RESPONSE.
 * A view of a page that reads of its items no more than some columns says so in `itemColumns`.
 */
export function from<
  Parent,
  Column extends keyof Parent & string,
  Args,
  Result,
  Reads extends ViewInput = never,
  ItemColumn extends string = never,
>(
  columns: readonly Column[],
  view: (parent: Seen<Parent, Column, ItemColumn>, args: Args, inputs: Pick<ViewInputs, Reads>) => Result,
  options: { readonly reads?: readonly Reads[]; readonly itemColumns?: readonly ItemColumn[] } = {},
): Field<Parent, Args, Result> {
  const { reads = [], itemColumns } = options;
  const resolve = (parent: Parent, args: Args, context: ResolverContext) =>
    shaped(columns, () => view(parent as Seen<Parent, Column, ItemColumn>, args, context));
  const facet = { kind: 'from' as const, columns, reads, view, resolve };
  return { resolve, extensions: { facet: itemColumns === undefined ? facet : { ...facet, itemColumns } } };
}

/**
 * Binds a field to a column of another name, as it is. A column that the schema promises (`!`) and the service left out
 * is UPSTREAM_INVALID_RESPONSE.
 */
export function column<Parent, Column extends keyof Parent & string>(
  name: Column,
): Field<Parent, unknown, Parent[Column]> {
  const resolve = (parent: Parent, _args: unknown, _context: ResolverContext, info?: FieldInfo) => {
    const value = parent[name];
    if (value !== undefined && value !== null) return value;
    if (info?.returnType.toString().endsWith('!')) throw missingColumn(info.parentType.name, info.fieldName);
    return value;
  };
  return { resolve, extensions: { facet: { kind: 'column', column: name, resolve } } };
}

/** Binds a field to its own parent, of which it shows another side: the node of an edge, a page's information. */
export function itself<Parent>(): Field<Parent, unknown, Parent> {
  const resolve = (parent: Parent) => parent;
  return { resolve, extensions: { facet: { kind: 'itself', resolve } } };
}

/** A view that falls over has met a service's answer of another shape than the contract promised. */
function shaped<Result>(columns: readonly string[], view: () => Result): Result {
  try {
    return view();
  } catch (cause) {
    if (cause instanceof FacetError) throw cause;
    throw new FacetError('UPSTREAM_INVALID_RESPONSE', {
      cause: new Error(`A view could not shape the columns ${columns.join(', ')}`, { cause }),
    });
  }
}
