/** Tells operations whose answer is the same for everybody. */
import { isIntrospectionType } from 'graphql';
import type { FieldPlan, OperationPlan, SelectionPlan, Shape } from './plan.ts';

/**
 * A query whose fields are all columns, views and rows with the audience `public`. A resolver written by hand, and a
 * type that is asked of its values, may look at the caller. Bindings see the caller, too: an operation that is public
 * by its plan is still to be run where they cannot.
 */
export function isPublic({ operation, root }: Pick<OperationPlan, 'operation' | 'root'>): boolean {
  return operation.operation === 'query' && isPublicSelection(root);
}

function isPublicSelection({ fields }: SelectionPlan): boolean {
  return fields.every((field) => isPublicField(field) && isPublicShape(field.shape));
}

function isPublicField({ source, parentType, definition }: FieldPlan): boolean {
  if (source.kind === 'resolver') return isIntrospectionType(parentType) || definition.name.startsWith('__');
  if (source.kind !== 'bound' || !('row' in source.binding)) return true;
  return source.binding.row.audience === 'public';
}

function isPublicShape(shape: Shape): boolean {
  if (shape.kind === 'list') return isPublicShape(shape.item);
  if (shape.kind === 'abstract') return false;
  return shape.kind === 'leaf' || (!shape.selection.type.isTypeOf && isPublicSelection(shape.selection));
}
