/** What an operation really brought, in the same points as its estimate. */
import type { FieldPlan, OperationPlan, SelectionPlan, Shape } from '../operation/plan.ts';
import type { CostWeights } from './cost-weights.ts';
import { mutationWeight } from './plan-cost.ts';

/** Points of one value. */
type Count = (value: unknown) => number;
type AbstractShape = Extract<Shape, { kind: 'abstract' }>;

/**
 * Makes a function that counts the points of an answer's data. It looks only at what costs something: of most answers, at
 * their lists and objects.
 */
export function toActualCost({ root, operation }: OperationPlan, weights: CostWeights): (data: unknown) => number {
  const ofRoot = toSelectionCount(root) ?? free;
  const base = operation.operation === 'mutation' ? mutationWeight * root.fields.length : 0;
  return (data) => (isThere(data) ? Math.ceil(base + ofRoot(data)) : 0);

  function toSelectionCount({ fields }: SelectionPlan): Count | undefined {
    const costly = fields.flatMap((field) => {
      const count = toFieldCount(field);
      return count === undefined ? [] : [{ name: field.responseName, count }];
    });
    if (costly.length === 0) return undefined;
    return (object) => {
      let total = 0;
      for (const { name, count } of costly) total += count((object as Record<string, unknown>)[name]);
      return total;
    };
  }

  function toFieldCount({ definition, nodes, shape }: FieldPlan): Count | undefined {
    if (definition.name.startsWith('__')) return undefined;
    const said = weights.ofField(definition);
    const given = new Set(nodes[0]?.arguments?.map(({ name }) => name.value));
    const ofArguments = said?.argumentWeights.reduce((sum, one) => (given.has(one.name) ? sum + one.weight : sum), 0);
    const ofValue = toValueCount(shape, said?.weight);
    return ofArguments ? plus(ofArguments, ofValue) : ofValue;
  }

  function toValueCount(shape: Shape, weight: number | undefined): Count | undefined {
    if (shape.kind === 'list') return eachOf(toValueCount(shape.item, weight));
    if (shape.kind === 'abstract') return toAbstractCount(shape, weight);
    const own = weight ?? weights.ofType(shape.kind === 'leaf' ? shape.type : shape.selection.type);
    const below = shape.kind === 'leaf' ? undefined : toSelectionCount(shape.selection);
    return own === 0 && below === undefined ? undefined : ofThere(plus(own, below));
  }

  /** By the possible type whose fields an object has; where several have the same, by any of them. */
  function toAbstractCount({ selections }: AbstractShape, weight: number | undefined): Count {
    const possible = [...selections.values()].map((selection) => ({
      names: selection.fields.map(({ responseName }) => responseName),
      count: plus(weight ?? weights.ofType(selection.type), toSelectionCount(selection)),
    }));
    return ofThere((value) => {
      const object = value as object;
      const fieldCount = Object.keys(object).length;
      const found = possible.find(
        ({ names }) => names.length === fieldCount && names.every((name) => Object.hasOwn(object, name)),
      );
      return found === undefined ? 0 : found.count(object);
    });
  }
}

const free: Count = () => 0;

function plus(own: number, count: Count = free): Count {
  return (value) => own + count(value);
}

function ofThere(count: Count): Count {
  return (value) => (isThere(value) ? count(value) : 0);
}

function eachOf(count: Count | undefined): Count | undefined {
  if (count === undefined) return undefined;
  return (list) => {
    let total = 0;
    for (const item of isThere(list) ? (list as readonly unknown[]) : []) total += count(item);
    return total;
  };
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}
