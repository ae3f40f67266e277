/** Bindings: fields wired to rows and columns, as ordinary GraphQL fields whose data an engine or a checker can read. */
import { FacetError } from '../errors/facet-error.ts';
import type { ResolverContext } from './loaders.ts';
import type { Given, Row } from './row.ts';

/** Inputs of a request, besides a field's arguments, that a view may read when its binding declares it. */
export interface ViewInputs {
  /** BCP 47 tag. */
  readonly locale: string;
}
export type ViewInput = keyof ViewInputs;

// biome-ignore-start lint/suspicious/noExplicitAny: a binding is read by code that does not know its field's types
/** What a field is bound to; `extensions.facet` of the field. */
export type Binding =
  | {
      readonly kind: 'load';
      readonly row: Row<any, any, any>;
      readonly keyOf: AnyFunction;
      readonly paramsOf?: AnyFunction;
    }
  | { readonly kind: 'call'; readonly row: Row<any, any, any>; readonly paramsOf?: AnyFunction }
  | {
      readonly kind: 'from';
      readonly columns: readonly string[];
      readonly reads: readonly ViewInput[];
      readonly view: AnyFunction;
    };
type AnyFunction = (...args: any[]) => any;
// biome-ignore-end lint/suspicious/noExplicitAny: see above

/** An ordinary GraphQL field: any executor can call `resolve` once per object. */
export interface Field<Parent, Args, Result, Context extends ResolverContext = ResolverContext> {
  readonly resolve: (parent: Parent, args: Args, context: Context) => Result;
  readonly extensions: { readonly facet: Binding };
}

/** Keys and parameters come from the parent, the arguments and, for what is the caller's, the context. */
type FromParent<Parent, Args, Result> = (parent: Parent, args: Args, context: ResolverContext) => Result;

/**
 * Binds a field to the value of one key of a row: one REST call for all parents of a level, in lots of the contract's
 * maximum. A key of `null` or `undefined` is a value of `null` without any call.
 */
export function load<Parent, Args, Key, Value, Params>(
  row: Row<Key, Value, Params>,
  keyOf: FromParent<Parent, Args, Key | null | undefined>,
  paramsOf?: (args: Args, context: ResolverContext) => Given<Params>,
): Field<Parent, Args, Promise<Value | null> | null> {
  return {
    resolve: (parent, args, context) => {
      const key = keyOf(parent, args, context);
      if (key === null || key === undefined) return null;
      return context.loaders.load(row, key, paramsOf?.(args, context));
    },
    extensions: { facet: { kind: 'load', row, keyOf, ...(paramsOf === undefined ? {} : { paramsOf }) } },
  };
}

/** Binds a field to the answer of an operation without keys: one REST call for each set of parameters. */
export function call<Parent, Args, Value, Params>(
  row: Row<never, Value, Params>,
  paramsOf?: (args: Args, context: ResolverContext) => Given<Params>,
): Field<Parent, Args, Promise<Value>> {
  return {
    resolve: (_parent, args, context) => context.loaders.call(row, paramsOf?.(args, context)),
    extensions: { facet: { kind: 'call', row, ...(paramsOf === undefined ? {} : { paramsOf }) } },
  };
}

/**
 * Binds a field to columns of its parent, shaped by a view: a pure, synchronous function of those columns, the
 * arguments and the inputs that `reads` declares. What it throws, unless it is a FacetError, is UPSTREAM_INVALID_RESPONSE.
 */
export function from<Parent, Column extends keyof Parent & string, Args, Result, Reads extends ViewInput = never>(
  columns: readonly Column[],
  view: (parent: Pick<Parent, Column>, args: Args, inputs: Pick<ViewInputs, Reads>) => Result,
  options: { readonly reads?: readonly Reads[] } = {},
): Field<Parent, Args, Result> {
  const { reads = [] } = options;
  return {
    resolve: (parent, args, context) => shaped(columns, () => view(parent, args, context)),
    extensions: { facet: { kind: 'from', columns, reads, view } },
  };
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
