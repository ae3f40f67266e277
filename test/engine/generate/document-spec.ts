/** Random documents and executions as plain data; a schema gives their numbers a meaning. */
import fc from 'fast-check';

export interface SelectionSpec {
  /** 0 to 8 a field, 9 and 10 an inline fragment, 11 and 12 a fragment's name, 13 `__typename` or introspection. */
  readonly kind: number;
  readonly field: number;
  /** Which arguments and which alias. */
  readonly variant: number;
  readonly directive: number;
  readonly selections: readonly SelectionSpec[];
}
export interface DocumentSpec {
  /** Query, mutation or subscription. */
  readonly operation: number;
  readonly selections: readonly SelectionSpec[];
  readonly fragments: readonly { readonly on: number; readonly selections: readonly SelectionSpec[] }[];
  /** Whether things may stand in it that validation refuses. */
  readonly wild: boolean;
  /** How many more operations stand in it. */
  readonly others: number;
}
export interface ExecutionSpec {
  readonly seed: number;
  /** 0 to 3: how often variables are missing, null or misfits. */
  readonly variables: number;
  /** 0: as the document needs it; else a name that fits, or does not, or is null. */
  readonly operationName: number;
  /** Whether a field resolver and a type resolver are given. */
  readonly resolvers: number;
  /** What the root value is. */
  readonly root: number;
}
export interface WorkSpec {
  readonly document: DocumentSpec;
  readonly executions: readonly ExecutionSpec[];
}

const deepest = 4;

function selections(depth: number): fc.Arbitrary<SelectionSpec[]> {
  const selection = fc.record({
    kind: fc.nat(13),
    field: fc.nat(11),
    variant: fc.constantFrom(0, 0, 0, 1, 2),
    directive: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6),
    selections: depth === deepest ? fc.constant([]) : selections(depth + 1),
  });
  return fc.array(
    selection,
    depth === 0 ? { minLength: 2, maxLength: 6, size: 'max' } : { maxLength: 4, size: 'medium' },
  );
}

const root = selections(0);
const inner = selections(2);

const execution: fc.Arbitrary<ExecutionSpec> = fc.record({
  seed: fc.nat(1_000_000),
  variables: fc.constantFrom(...Array.from({ length: 16 }, (_, index) => index % 2), 2, 3),
  operationName: fc.constantFrom(...Array.from({ length: 16 }, () => 0), 1, 2, 3, 4),
  resolvers: fc.constantFrom(0, 0, 1, 2, 3),
  root: fc.constantFrom(...Array.from({ length: 10 }, () => 0), 1, 2),
});

const document: fc.Arbitrary<DocumentSpec> = fc.record({
  operation: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 1, 2),
  selections: root,
  fragments: fc.array(fc.record({ on: fc.nat(15), selections: inner }), { maxLength: 3 }),
  wild: fc.constantFrom(false, false, false, true),
  others: fc.constantFrom(0, 0, 0, 0, 0, 1, 2),
});

/** A document and several executions of it, as one operation meets many requests. */
export const workSpec: fc.Arbitrary<WorkSpec> = fc.record({
  document,
  executions: fc.array(execution, { minLength: 2, maxLength: 6 }),
});
