/** What a plan costs before it runs, by the weights of the SDL; page sizes multiply. */
import type { FieldPlan, OperationPlan, SelectionPlan, Shape } from '../operation/plan.ts';
import { type Cost, highest, sum, times } from './cost.ts';
import type { CostWeights } from './cost-weights.ts';
import { type Slice, toSlice } from './slice.ts';

/** Items of a list that says nothing of its size. */
export const defaultSize = 10;
/** What each change costs beside what it brings. */
export const mutationWeight = 10;

export interface PlanCost {
  /** The lists whose size the arguments say: what the costs' sizes stand for. */
  readonly slices: readonly Slice[];
  readonly total: Cost;
  /** Of each field of the query or mutation itself. */
  readonly ofRootFields: readonly { readonly field: FieldPlan; readonly cost: Cost }[];
}

/** The size of lists among the fields below, as a field above says it. */
interface Sized {
  readonly names: readonly string[];
  readonly size: Cost;
}

/**
 * Counts a plan's cost (GraphQL Cost Directives Specification, 6): each value costs its weight, each list as often as it
 * is long, an abstract field as much as its dearest possible type; each change 10 points more. Fields that tell of the
 * schema are free.
 */
export function toPlanCost({ root, operation }: OperationPlan, weights: CostWeights): PlanCost {
  const slices: Slice[] = [];

  function ofField(field: FieldPlan, sized: Sized | undefined): Cost {
    const { definition, shape } = field;
    if (definition.name.startsWith('__')) return 0;
    const said = weights.ofField(definition);
    const size = said?.listSize === undefined ? undefined : toSize(field, said.listSize);
    const names = said?.listSize?.sizedFields ?? [];
    const isForBelow = names.length > 0 && size !== undefined;
    const own = sized?.names.includes(definition.name) ? sized.size : isForBelow ? undefined : size;
    const value = ofShape(shape, said?.weight, own ?? defaultSize, isForBelow ? { names, size } : undefined);
    const given = new Set(field.nodes[0]?.arguments?.map(({ name }) => name.value));
    const ofArguments = said?.argumentWeights.filter(({ name }) => given.has(name)).map(({ weight }) => weight);
    return sum([value, ...(ofArguments ?? [])]);
  }

  function toSize(
    field: FieldPlan,
    listSize: NonNullable<ReturnType<CostWeights['ofField']>>['listSize'] & object,
  ): Cost {
    const slice = toSlice(field, listSize, defaultSize);
    if (slice === undefined) return listSize.assumedSize ?? defaultSize;
    const index = slices.push(slice) - 1;
    return (sizes) => sizes[index] ?? 0;
  }

  function ofShape(shape: Shape, weight: number | undefined, size: Cost, below: Sized | undefined): Cost {
    if (shape.kind === 'list') return times(size, ofShape(shape.item, weight, defaultSize, below));
    if (shape.kind === 'leaf') return weight ?? weights.ofType(shape.type);
    const selections = shape.kind === 'object' ? [shape.selection] : [...shape.selections.values()];
    return highest(
      selections.map((selection) => sum([weight ?? weights.ofType(selection.type), ofSelection(selection, below)])),
    );
  }

  function ofSelection({ fields }: SelectionPlan, sized: Sized | undefined): Cost {
    return sum(fields.map((field) => ofField(field, sized)));
  }

  const base = operation.operation === 'mutation' ? mutationWeight : 0;
  const ofRootFields = root.fields.map((field) => ({ field, cost: sum([base, ofField(field, undefined)]) }));
  return { slices, ofRootFields, total: sum(ofRootFields.map(({ cost }) => cost)) };
}
