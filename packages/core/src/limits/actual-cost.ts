/** What an operation really brought, in the same points as its estimate. */
import type { FieldPlan, OperationPlan, SelectionPlan, Shape } from '../operation/plan.ts';
import type { CostWeights } from './cost-weights.ts';
import { mutationWeight } from './plan-cost.ts';

/** Looks at all of the answer. */
export function countActualCost({ root, operation }: OperationPlan, data: unknown, weights: CostWeights): number {
  if (!isRecord(data)) return 0;
  const base = operation.operation === 'mutation' ? mutationWeight * root.fields.length : 0;
  return Math.ceil(base + ofSelection(root, data));

  function ofSelection({ fields }: SelectionPlan, object: Record<string, unknown>): number {
    let total = 0;
    for (const field of fields) total += ofField(field, object[field.responseName]);
    return total;
  }

  function ofField({ definition, nodes, shape }: FieldPlan, value: unknown): number {
    if (definition.name.startsWith('__')) return 0;
    const said = weights.ofField(definition);
    let total = ofValue(shape, said?.weight, value);
    for (const { name, weight } of said?.argumentWeights ?? []) {
      if (nodes[0]?.arguments?.some((argument) => argument.name.value === name)) total += weight;
    }
    return total;
  }

  function ofValue(shape: Shape, weight: number | undefined, value: unknown): number {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) {
      const item = shape.kind === 'list' ? shape.item : shape;
      return value.reduce((total: number, one) => total + ofValue(item, weight, one), 0);
    }
    if (shape.kind === 'leaf') return weight ?? weights.ofType(shape.type);
    if (shape.kind === 'list' || !isRecord(value)) return 0;
    const selection = shape.kind === 'object' ? shape.selection : selectionOf([...shape.selections.values()], value);
    return selection === undefined ? 0 : (weight ?? weights.ofType(selection.type)) + ofSelection(selection, value);
  }
}

/** That of the possible types whose fields the object has; where several have the same, any of them. */
function selectionOf(selections: readonly SelectionPlan[], object: object): SelectionPlan | undefined {
  const count = Object.keys(object).length;
  return selections.find(
    ({ fields }) => fields.length === count && fields.every(({ responseName }) => Object.hasOwn(object, responseName)),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
