/** Tells operations whose answer is the same for everybody. */
import { isIntrospectionType } from 'graphql';
import type { FieldPlan, OperationPlan, SelectionPlan, Shape } from './plan.ts';

/**
 * A query whose fields are all columns, views and rows with the audience `public`, none of them private by
 * `@cacheControl`. A resolver written by hand, and a
 * type that is asked of its values, may look at the caller; `@auth` and `@owner` do. Bindings see the caller, too: an
 * operation that is public by its plan is still to be run where they cannot.
 */
type Asked = Pick<OperationPlan, 'operation' | 'root' | 'cacheHint'>;

export function isPublic({ operation, root, cacheHint }: Asked): boolean {
  return operation.operation === 'query' && cacheHint.scope === 'public' && isPublicSelection(root);
}

function isPublicSelection({ fields, guard }: SelectionPlan): boolean {
  return guard === undefined && fields.every((field) => isPublicField(field) && isPublicShape(field.shape));
}

function isPublicField({ source, parentType, definition, auth }: FieldPlan): boolean {
  if (auth !== undefined) return false;
  if (source.kind === 'resolver') return isIntrospectionType(parentType) || definition.name.startsWith('__');
  if (source.kind !== 'bound' || !('row' in source.binding)) return true;
  return source.binding.row.audience === 'public';
}

function isPublicShape(shape: Shape): boolean {
  if (shape.kind === 'list') return isPublicShape(shape.item);
  if (shape.kind === 'abstract') return false;
  return shape.kind === 'leaf' || (!shape.selection.type.isTypeOf && isPublicSelection(shape.selection));
}
