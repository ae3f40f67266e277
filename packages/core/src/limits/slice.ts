/** How many items an operation asks a list for, with the arguments that `@listSize` names. */
import { type ArgumentNode, type GraphQLArgument, valueFromAST } from 'graphql';
import type { FieldPlan } from '../operation/plan.ts';
import type { ListSize } from './cost-weights.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface Asked {
  /** `undefined` where nothing says how many. */
  readonly size: number | undefined;
  /** Not exactly one argument, where exactly one is required. */
  readonly isUnclear: boolean;
}

/** One list of an operation whose size its arguments say. */
export interface Slice {
  readonly field: FieldPlan;
  readonly slicingArguments: readonly string[];
  readonly assumedSize: number;
  /** Takes coerced variables. */
  ask(variables: Variables): Asked;
}

/** `undefined` for a field whose size no argument says. */
export function toSlice(field: FieldPlan, listSize: ListSize, defaultSize: number): Slice | undefined {
  const { slicingArguments, assumedSize, requireOneSlicingArgument } = listSize;
  if (!slicingArguments || slicingArguments.length === 0) return undefined;
  const written = new Map(field.nodes[0]?.arguments?.map((node) => [node.name.value, node]));
  const readers = slicingArguments.map((path) => toReader(field, path.split('.'), written));
  const requiresOne = requireOneSlicingArgument !== false;

  return {
    field,
    slicingArguments,
    assumedSize: assumedSize ?? defaultSize,
    ask(variables) {
      let given = 0;
      let size: number | undefined;
      let byDefault: number | undefined;
      for (const read of readers) {
        const { value, isDefault } = read(variables);
        if (value === undefined) continue;
        if (isDefault) byDefault = Math.max(byDefault ?? 0, value);
        else {
          given += 1;
          size = Math.max(size ?? 0, value);
        }
      }
      const isMissing = given === 0 && byDefault === undefined;
      return { size: size ?? byDefault, isUnclear: requiresOne && (isMissing || given > 1) };
    },
  };
}

interface Read {
  readonly value: number | undefined;
  readonly isDefault: boolean;
}

const nothing: Read = { value: undefined, isDefault: false };

function toReader(
  { definition }: FieldPlan,
  [name, ...path]: readonly string[],
  written: ReadonlyMap<string, ArgumentNode>,
): (variables: Variables) => Read {
  const argument = definition.args.find((one) => one.name === name);
  if (argument === undefined) return () => nothing;
  const byDefault: Read = { value: sizeAt(argument.defaultValue, path), isDefault: true };
  const node = written.get(argument.name)?.value;
  if (node === undefined) return () => byDefault;
  if (node.kind === 'IntValue') {
    const literal: Read = { value: sizeAt(valueFromAST(node, argument.type), path), isDefault: false };
    return () => literal;
  }
  return (variables) => {
    const value = toValue(argument, node, variables);
    return value === undefined ? byDefault : { value: sizeAt(value, path), isDefault: false };
  };
}

/** `undefined` for a variable without a value, and for what cannot be coerced, which the field will refuse. */
function toValue(argument: GraphQLArgument, node: ArgumentNode['value'], variables: Variables): unknown {
  return node.kind === 'Variable' ? variables[node.name.value] : valueFromAST(node, argument.type, variables);
}

function sizeAt(value: unknown, path: readonly string[]): number | undefined {
  let at = value;
  for (const part of path) at = isRecord(at) ? at[part] : undefined;
  if (Array.isArray(at)) return at.length;
  return typeof at === 'number' ? Math.max(0, at) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
