/** What a field is bound to, as data that an engine, an explanation or a checker reads. */
import type { Row } from './row.ts';

/** Inputs of a request, besides a field's arguments, that a view may read when its binding declares it. */
export interface ViewInputs {
  /** BCP 47 tag. */
  readonly locale: string;
}
export type ViewInput = keyof ViewInputs;

// biome-ignore-start lint/suspicious/noExplicitAny: a binding is read by code that does not know its field's types
type AnyFunction = (...args: any[]) => any;

interface Common {
  /** The field's own: a field that has another one by now was wrapped, and its wrapper is called instead. */
  readonly resolve: AnyFunction;
}

export interface LoadBinding extends Common {
  readonly kind: 'load';
  readonly row: Row<any, any, any>;
  readonly keyOf: AnyFunction;
  /** The columns of the parent that the key is made of; absent where a function may read all of them. */
  readonly keyColumns?: readonly string[];
  readonly paramsOf?: AnyFunction;
}

export interface CallBinding extends Common {
  readonly kind: 'call';
  readonly row: Row<never, any, any>;
  readonly paramsOf?: AnyFunction;
  /** Whether it waits for the other calls of its request that are in step. */
  readonly inStep: boolean;
}

export interface FromBinding extends Common {
  readonly kind: 'from';
  readonly columns: readonly string[];
  /** What the view reads of the items that one of the columns has; all of theirs when absent. */
  readonly itemColumns?: readonly string[];
  readonly reads: readonly ViewInput[];
  readonly view: AnyFunction;
}

export interface ColumnBinding extends Common {
  readonly kind: 'column';
  readonly column: string;
}

export interface ItselfBinding extends Common {
  readonly kind: 'itself';
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above

/** `extensions.facet` of a field. */
export type Binding = LoadBinding | CallBinding | FromBinding | ColumnBinding | ItselfBinding;
