/** Generated input types, and texts, JSON and internal values that fit them, or just do not. */
import {
  type GraphQLArgumentConfig,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { chance, choose, happens } from './chance.ts';
import { leafDefaults, leafInputs, leafLiterals, leafTypes } from './leaf-types.ts';
import type { ArgSpec, SchemaSpec } from './schema-spec.ts';

const list = (type: GraphQLInputType) => new GraphQLList(type);
const nonNull = (type: GraphQLInputType) => new GraphQLNonNull(type as never) as GraphQLInputType;

/** Wrappers of input types; those from `unsafe` on would make an input type require itself. */
const wrappers: readonly ((type: GraphQLInputType) => GraphQLInputType)[] = [
  (type) => type,
  list,
  (type) => list(nonNull(type)),
  (type) => nonNull(list(nonNull(type))),
  (type) => list(list(type)),
  (type) => type,
  nonNull,
  (type) => nonNull(list(type)),
];
const safeCount = 6;

/** The input types of a schema: leaves first, then its input objects, which may contain each other. */
export function buildInputTypes(inputs: SchemaSpec['inputs']): readonly GraphQLInputType[] {
  const types: GraphQLInputType[] = [...leafTypes];
  const objects = inputs.map(
    (fields, index) =>
      new GraphQLInputObjectType({
        name: `In${index}`,
        fields: () =>
          Object.fromEntries(fields.map((field, at) => [`n${at}`, toInput(field, types, `In${index}.${at}`)])),
      }),
  );
  types.push(...objects);
  return types;
}

/** An argument or input field; one in four fallbacks is no default value. */
export function toInput(spec: ArgSpec, types: readonly GraphQLInputType[], key: string): GraphQLArgumentConfig {
  const base = types[spec.type % types.length] as GraphQLInputType;
  const count = isInputObjectType(base) ? safeCount : wrappers.length;
  const type = (wrappers[spec.wrap % count] as (type: GraphQLInputType) => GraphQLInputType)(base);
  return spec.fallback === 0 ? { type } : { type, defaultValue: internalValue(type, key, 0) };
}

function internalValue(type: GraphQLInputType, key: string, depth: number): unknown {
  if (isNonNullType(type)) return internalValue(type.ofType, key, depth) ?? 'fallback';
  if (depth > 0 && happens(`${key} null`, 6)) return null;
  if (isListType(type)) return items(key, depth).map((item) => internalValue(type.ofType, `${key}${item}`, depth + 1));
  if (isInputObjectType(type)) return { made: 'by hand', depth };
  return choose(key, leafDefaults[type.name] as readonly unknown[]);
}

/** Text of a value in a document. `variable` may offer a variable for a place; `bad` makes a misfit likely. */
export function toLiteral(
  type: GraphQLInputType,
  key: string,
  options: { bad?: boolean; variable?: (type: GraphQLInputType, key: string) => string | undefined },
  depth = 0,
): string {
  const offered = happens(`${key} variable`, 3) ? options.variable?.(type, key) : undefined;
  if (offered !== undefined) return offered;
  if (options.bad === true && happens(`${key} bad`, 3))
    return choose(key, ['null', '{x: 1}', '[1, null]', '"?"', '3.5']);
  if (isNonNullType(type)) return toLiteral(type.ofType, `${key}!`, options, depth);
  if (!key.endsWith('!') && happens(`${key} null`, 8)) return 'null';
  if (isListType(type)) {
    // A variable is never taken for a list of one.
    const { bad = false } = options;
    if (happens(`${key} single`, 5)) return toLiteral(type.ofType, `${key}s!`, { bad }, depth + 1);
    return `[${items(key, depth).map((item) => toLiteral(type.ofType, `${key}${item}`, options, depth + 1))}]`;
  }
  if (!isInputObjectType(type)) return choose(key, goodOnes(leafLiterals[type.name] as string[]));
  const fields = Object.values(type.getFields()).filter(
    (field) =>
      (isNonNullType(field.type) && field.defaultValue === undefined) ||
      (depth < 2 && happens(`${key}${field.name}`, 2)),
  );
  return `{${fields.map((field) => `${field.name}: ${toLiteral(field.type, `${key}.${field.name}`, options, depth + 1)}`)}}`;
}

/** JSON of a value in variables; `strain` above 1 makes misfits. */
export function toJson(type: GraphQLInputType, key: string, strain: number, depth = 0): unknown {
  if (strain > 1 && happens(`${key} bad`, 8)) return choose(key, [null, undefined, 'x', 7, [null], { unknown: 1 }]);
  if (isNonNullType(type)) return toJson(type.ofType, `${key}!`, strain, depth);
  if (!key.endsWith('!') && happens(`${key} null`, 6)) return null;
  if (isListType(type)) {
    if (happens(`${key} single`, 5)) return toJson(type.ofType, `${key}s!`, strain, depth + 1);
    return items(key, depth).map((item) => toJson(type.ofType, `${key}${item}`, strain, depth + 1));
  }
  if (!isInputObjectType(type)) {
    const values = leafInputs[type.name] as readonly unknown[];
    return choose(key, strain > 1 ? values : goodOnes(values));
  }
  const fields = Object.values(type.getFields()).filter(
    (field) =>
      (isNonNullType(field.type) && field.defaultValue === undefined) ||
      (depth < 2 && happens(`${key}${field.name}`, 2)),
  );
  return Object.fromEntries(
    fields.map((field) => [field.name, toJson(field.type, `${key}.${field.name}`, strain, depth + 1)]),
  );
}

const goodOnes = <T>(values: readonly T[]): readonly T[] => values.slice(0, -1);
const items = (key: string, depth: number): number[] =>
  Array.from({ length: chance(`${key} length`) % (4 - Math.min(depth, 3)) }, (_, index) => index);
