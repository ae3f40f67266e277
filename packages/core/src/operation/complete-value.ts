/** Value completion (GraphQL specification, 6.4.3): what a resolver gave becomes what the answer shows. */
import { GraphQLError } from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { isIterableObject } from 'graphql/jsutils/isIterableObject.js';
import { isPromise } from 'graphql/jsutils/isPromise.js';
import { missingColumn } from '../loaders/missing-column.ts';
import { isAdmitted } from './authorize.ts';
import type { NextLevel } from './next-level.ts';
import { type Key, Place } from './place.ts';
import type { SelectionPlan, Shape } from './plan.ts';
import { toInfo } from './resolve-info.ts';
import { toRuntimeType } from './runtime-type.ts';

type ListShape = Extract<Shape, { kind: 'list' }>;
type AbstractShape = Extract<Shape, { kind: 'abstract' }>;

/** As `completeValue`, for a value that may be a promise of one. */
export function completeEventually(next: NextLevel, shape: Shape, parent: Place, key: Key, value: unknown): void {
  let isLater = false;
  try {
    isLater = isPromise(value);
  } catch (reason) {
    next.fail(shape, parent, key, reason);
    return;
  }
  if (isLater) next.addSlot({ parent, key, shape, promise: value as PromiseLike<unknown> });
  else completeValue(next, shape, parent, key, value);
}

/** Puts a value of the field of `next` into the answer; objects in it go to `next`, errors to the run. */
export function completeValue(next: NextLevel, shape: Shape, parent: Place, key: Key, value: unknown): void {
  try {
    if (value === null || value === undefined) completeNull(next, shape, parent, key);
    else if (value instanceof Error) next.fail(shape, parent, key, value);
    else if (shape.kind === 'leaf') parent.out[key] = toLeaf(shape.type, value);
    else if (shape.kind === 'list') completeList(next, shape, parent, key, value);
    else if (shape.kind === 'object') completeObject(next, shape, shape.selection, parent, key, value);
    else completeAbstract(next, shape, parent, key, value);
  } catch (reason) {
    next.fail(shape, parent, key, reason);
  }
}

function completeNull({ field }: NextLevel, shape: Shape, parent: Place, key: Key): void {
  if (shape.nonNull) {
    throw new Error(`Cannot return null for non-nullable field ${field.parentType.name}.${field.definition.name}.`);
  }
  parent.out[key] = null;
}

function toLeaf(type: Extract<Shape, { kind: 'leaf' }>['type'], value: unknown): unknown {
  const serialized = type.serialize(value);
  if (serialized !== null && serialized !== undefined) return serialized;
  const call = `${inspect(type)}.serialize(${inspect(value)})`;
  throw new Error(`Expected \`${call}\` to return non-nullable value, returned: ${inspect(serialized)}`);
}

function completeList(next: NextLevel, shape: ListShape, parent: Place, key: Key, value: unknown): void {
  if (!isIterableObject(value)) {
    const { parentType, definition } = next.field;
    const name = `${parentType.name}.${definition.name}`;
    throw new GraphQLError(`Expected Iterable, but did not find one for field "${name}".`);
  }
  const out: unknown[] = [];
  const list = new Place(parent, key, shape.nonNull, undefined, out as unknown as Record<Key, unknown>, undefined);
  parent.out[key] = out;
  const slotCount = next.slotCount;
  try {
    let index = 0;
    for (const item of value) {
      completeEventually(next, shape.item, list, index, item);
      if (list.isRemoved) break;
      index += 1;
    }
  } catch (reason) {
    // The iteration itself failed: what it brought before is not executed.
    next.run.markRemoved(list);
    throw reason;
  } finally {
    if (list.isRemoved) next.dropSlots(slotCount);
  }
}

function completeObject(
  next: NextLevel,
  shape: Shape,
  selection: SelectionPlan,
  parent: Place,
  key: Key,
  value: unknown,
): void {
  if (selection.refusal !== undefined) throw selection.refusal;
  if (selection.type.isTypeOf) completeOfType(next, shape, selection, parent, key, value);
  else addObject(next, shape, selection, parent, key, value);
}

/** An object that is kept secret from the caller is none; where there must be one, its service did not keep to that. */
function addObject(
  next: NextLevel,
  shape: Shape,
  selection: SelectionPlan,
  parent: Place,
  key: Key,
  value: unknown,
): void {
  const { guard } = selection;
  const isThere = guard === undefined || isAdmitted(guard, value, next.run.inputs);
  if (isThere) next.addObject(selection, shape.nonNull, parent, key, value);
  else if (shape.nonNull) throw missingColumn(next.field.parentType.name, next.field.definition.name);
  else parent.out[key] = null;
}

function completeOfType(
  next: NextLevel,
  shape: Shape,
  selection: SelectionPlan,
  parent: Place,
  key: Key,
  value: unknown,
): void {
  const { type } = selection;
  const verdict = type.isTypeOf?.(value, next.run.inputs.contextValue, toInfo(next, parent, key));
  if (isPromise(verdict)) next.addSlot({ parent, key, shape, promise: verdict, resume: addWhenOfType });
  else addWhenOfType(verdict, next);

  function addWhenOfType(isOfType: unknown, level: NextLevel): void {
    if (!isOfType) {
      const message = `Expected value of type "${type.name}" but got: ${inspect(value)}.`;
      throw new GraphQLError(message, { nodes: level.field.nodes });
    }
    addObject(level, shape, selection, parent, key, value);
  }
}

function completeAbstract(next: NextLevel, shape: AbstractShape, parent: Place, key: Key, value: unknown): void {
  const { contextValue, typeResolver } = next.run.inputs;
  const resolveType = shape.type.resolveType ?? typeResolver;
  const name = resolveType(value, contextValue, toInfo(next, parent, key), shape.type);
  if (isPromise(name)) next.addSlot({ parent, key, shape, promise: name, resume: completeAs });
  else completeAs(name, next);

  function completeAs(typeName: unknown, level: NextLevel): void {
    const type = toRuntimeType(level, shape.type, typeName, value);
    completeObject(level, shape, shape.selections.get(type) as SelectionPlan, parent, key, value);
  }
}
