/** Which operations of services a plan reads. */
import type { Operation } from '../client/operation.ts';
import type { SelectionPlan } from './plan.ts';
import { dataFields } from './walk.ts';

/** Operations of all rows that are bound to fields, each once. What a resolver written by hand asks is not known. */
export function operationsRead(root: SelectionPlan): readonly Operation[] {
  const operations = dataFields(root).flatMap(({ source }) =>
    source.kind === 'bound' && 'row' in source.binding ? [source.binding.row.operation] : [],
  );
  return [...new Set(operations)];
}
