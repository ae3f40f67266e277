/** What the SDL says of costs: `@cost` and `@listSize` of its types, fields and arguments, read once at start. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  isLeafType,
  isObjectType,
} from 'graphql';
import { findListSizeProblems } from './list-size-problems.ts';

/** `@listSize`. */
export interface ListSize {
  readonly assumedSize?: number | null;
  readonly slicingArguments?: readonly string[] | null;
  readonly sizedFields?: readonly string[] | null;
  readonly requireOneSlicingArgument?: boolean | null;
}

export interface FieldWeights {
  /** Of each value that the field brings, by its own `@cost`; the value's type says it where this is absent. */
  readonly weight?: number | undefined;
  /** Arguments that add to the cost where they are given. */
  readonly argumentWeights: readonly { readonly name: string; readonly weight: number }[];
  readonly listSize?: ListSize | undefined;
}

export interface CostWeights {
  /** `undefined` for a field that says nothing. */
  ofField(field: GraphQLField<unknown, unknown>): FieldWeights | undefined;
  /** 1 for an object, 0 for a scalar or enum, unless the SDL says otherwise. */
  ofType(type: GraphQLNamedType): number;
}

interface Directed {
  readonly astNode?: Maybe<DirectedNode>;
  readonly extensionASTNodes?: readonly DirectedNode[];
}
type DirectedNode = Parameters<typeof getDirectiveValues>[1];
type Maybe<Value> = Value | null | undefined;

/**
 * Reads all weights of a schema. A field of an object type that says nothing has the directives of the same field of its
 * interfaces. Throws a TypeError that lists what cannot be used, each with its place.
 */
export function readCostWeights(schema: GraphQLSchema): CostWeights {
  const problems: string[] = [];
  const byType = new Map<GraphQLNamedType, number>();
  const byField = new Map<GraphQLField<unknown, unknown>, FieldWeights>();

  for (const type of Object.values(schema.getTypeMap())) {
    const weight = readWeight(type, type.name);
    if (weight !== undefined) byType.set(type, weight);
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const weights = readField(type, field);
      if (weights !== undefined) byField.set(field, weights);
    }
  }
  if (problems.length > 0) throw new TypeError(`Costs in the SDL cannot be used:\n${problems.join('\n')}`);

  function readField(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): FieldWeights | undefined {
    const place = `${type.name}.${field.name}`;
    const alike = [field, ...type.getInterfaces().flatMap((one) => one.getFields()[field.name] ?? [])];
    const weight = first(alike, (one) => readWeight(one, place));
    const listSize = first(alike, (one) => read(one, 'listSize')) as ListSize | undefined;
    const argumentWeights = field.args.flatMap((arg) => {
      const own = readWeight(arg, `${place}(${arg.name}:)`);
      return own === undefined ? [] : [{ name: arg.name, weight: own }];
    });
    if (listSize !== undefined) {
      problems.push(...findListSizeProblems(field, listSize).map((problem) => `- ${place}: @listSize ${problem}`));
    }
    const saysNothing = weight === undefined && listSize === undefined && argumentWeights.length === 0;
    return saysNothing ? undefined : { weight, argumentWeights, listSize };
  }

  function readWeight(directed: Directed, place: string): number | undefined {
    const text = read(directed, 'cost')?.weight;
    if (text === undefined) return undefined;
    const weight = Number(text);
    const isGood = typeof text === 'string' && text.trim() !== '' && Number.isFinite(weight) && weight >= 0;
    if (!isGood) problems.push(`- ${place}: @cost needs a number from 0 as its weight, not ${JSON.stringify(text)}`);
    return weight;
  }

  function read({ astNode, extensionASTNodes = [] }: Directed, name: string): Record<string, unknown> | undefined {
    const directive = schema.getDirective(name);
    if (!directive) return undefined;
    return first([astNode, ...extensionASTNodes], (node) => (node ? getDirectiveValues(directive, node) : undefined));
  }

  return {
    ofField: (field) => byField.get(field),
    ofType: (type) => byType.get(type) ?? (isLeafType(type) ? 0 : 1),
  };
}

/** The first that something can be made of. */
function first<Item, Value>(items: readonly Item[], make: (item: Item) => Value | undefined): Value | undefined {
  for (const item of items) {
    const value = make(item);
    if (value !== undefined) return value;
  }
  return undefined;
}
