/** Random schemas as plain data. Numbers are taken modulo what they choose from, so every shrunken piece still fits. */
import fc from 'fast-check';
import { calmMoods, emptyMoods, failureMoods, type Mood, type oddMoods } from './moods.ts';

/** Where a field's value comes from: its own resolver, a property of its source, or a method of it. */
export type Via = 'resolve' | 'property' | 'method';
export const listKinds = ['array', 'set', 'generator', 'iterable', 'broken', 'holes'] as const;
export const typeChecks = ['none', 'sync', 'async', 'late', 'sometimes', 'throws', 'rejects'] as const;
export const typeChoices = ['default', 'name', 'promise', 'late', 'broken'] as const;

export interface ArgSpec {
  readonly type: number;
  readonly wrap: number;
  /** 0: no default value. */
  readonly fallback: number;
}
export interface FieldSpec {
  readonly type: number;
  readonly wrap: number;
  readonly via: Via;
  readonly moods: readonly Mood[];
  readonly itemMoods: readonly Mood[];
  readonly list: (typeof listKinds)[number];
  readonly args: readonly ArgSpec[];
}
export interface ObjectSpec {
  /** Bits: which interfaces it implements. */
  readonly implements: number;
  /** Whether its fields of interfaces are non-null where the interface's are nullable. */
  readonly covariant: boolean;
  readonly check: (typeof typeChecks)[number];
  readonly fields: readonly FieldSpec[];
}
export interface InterfaceSpec {
  /** Whether it implements the interface before it. */
  readonly extends: boolean;
  readonly choice: (typeof typeChoices)[number];
  readonly fields: readonly FieldSpec[];
}
export interface UnionSpec {
  /** Bits: its member types. */
  readonly members: number;
  readonly choice: (typeof typeChoices)[number];
}
export interface SchemaSpec {
  /** 0: nothing goes wrong in resolvers; 3: all that may. */
  readonly strain: number;
  readonly query: readonly FieldSpec[];
  readonly objects: readonly ObjectSpec[];
  readonly interfaces: readonly InterfaceSpec[];
  readonly unions: readonly UnionSpec[];
  /** Fields of each input type. */
  readonly inputs: readonly (readonly ArgSpec[])[];
  readonly mutation: readonly FieldSpec[];
  readonly subscription: readonly FieldSpec[];
}

const times = <T>(count: number, items: readonly T[]): T[] => Array.from({ length: count }, () => items).flat();

const moods = fc.array(
  fc.constantFrom<Mood>(
    ...times(6, ['plain'] as const),
    ...times(5, calmMoods),
    ...times(2, emptyMoods),
    ...times(2, failureMoods),
    'wrong',
  ),
  { minLength: 1, maxLength: 3 },
);
const itemMoods = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Mood[]>(['plain']) },
  {
    weight: 2,
    arbitrary: fc.array(
      fc.constantFrom<Mood>(
        ...times(4, ['plain', 'plain', 'promise', 'late'] as const),
        ...emptyMoods,
        ...failureMoods,
        'wrong',
      ),
      { minLength: 1, maxLength: 4 },
    ),
  },
);
/** A resolver that never settles is rare: it ends most executions. */
const neverMood = fc.constant<Mood[]>(['never' satisfies (typeof oddMoods)[number]]);

const arg: fc.Arbitrary<ArgSpec> = fc.record({ type: fc.nat(15), wrap: fc.nat(15), fallback: fc.nat(3) });
const field: fc.Arbitrary<FieldSpec> = fc.record({
  type: fc.nat(59),
  wrap: fc.nat(31),
  via: fc.constantFrom<Via>('resolve', 'resolve', 'resolve', 'property', 'method'),
  moods: fc.oneof({ weight: 100, arbitrary: moods }, { weight: 1, arbitrary: neverMood }),
  itemMoods,
  list: fc.constantFrom(...times(4, ['array'] as const), ...listKinds),
  args: fc.array(arg, { maxLength: 2 }),
});
const someFields = fc.array(field, { minLength: 1, maxLength: 4 });
const moreFields = fc.array(field, { minLength: 2, maxLength: 6 });
const choice = fc.constantFrom(...times(3, ['default', 'name', 'promise'] as const), ...typeChoices);

export const schemaSpec: fc.Arbitrary<SchemaSpec> = fc.record({
  strain: fc.constantFrom(0, 1, 1, 1, 2, 3),
  query: moreFields,
  objects: fc.array(
    fc.record({
      implements: fc.nat(7),
      covariant: fc.boolean(),
      check: fc.constantFrom(...times(4, ['none'] as const), ...typeChecks),
      fields: someFields,
    }),
    { minLength: 1, maxLength: 3 },
  ),
  interfaces: fc.array(fc.record({ extends: fc.boolean(), choice, fields: someFields }), { maxLength: 2 }),
  unions: fc.array(fc.record({ members: fc.nat(15), choice }), { maxLength: 1 }),
  inputs: fc.array(fc.array(arg, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
  mutation: fc.array(field, { maxLength: 4 }),
  subscription: fc.array(field, { maxLength: 1 }),
});
