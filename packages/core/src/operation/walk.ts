/** Ways through a plan, for whoever finds something out about all of it. */
import type { FieldPlan, SelectionPlan, Shape } from './plan.ts';

/** What is asked of the objects of a shape: one selection, none, or one for each possible type. */
export function selectionsOf(shape: Shape): readonly SelectionPlan[] {
  if (shape.kind === 'list') return selectionsOf(shape.item);
  if (shape.kind === 'abstract') return [...shape.selections.values()];
  return shape.kind === 'object' ? [shape.selection] : [];
}

/** All fields of a selection and below, but those that tell of the schema and what is below them. */
export function dataFields({ fields }: SelectionPlan): FieldPlan[] {
  return fields
    .filter(({ definition }) => !definition.name.startsWith('__'))
    .flatMap((field) => [field, ...selectionsOf(field.shape).flatMap(dataFields)]);
}
