/** Bound fields: one question to the loaders for all objects of a level. */
import type { Binding } from '../loaders/binding.ts';
import type { ResolverContext } from '../loaders/loaders.ts';
import type { Row } from '../loaders/row.ts';
import { argumentsOf } from './arguments-of.ts';
import { completeEventually, completeValue } from './complete-value.ts';
import type { NextLevel } from './next-level.ts';
import { readsOwnColumn } from './own-column.ts';
import type { Place } from './place.ts';
import { ask } from './trace.ts';

type BindingOf<Kind extends Binding['kind']> = Extract<Binding, { kind: Kind }>;

interface Level {
  readonly next: NextLevel;
  readonly context: ResolverContext;
  /** The same for all objects of a level: bindings are pure and do not change them. */
  readonly args: Record<string, unknown>;
  readonly places: readonly Place[];
}

export function resolveBound(
  next: NextLevel,
  binding: Binding,
  context: ResolverContext,
  given: readonly Place[],
): void {
  const { run, field } = next;
  const places = run.hasRemovals ? given.filter((place) => !run.isGone(place)) : given;
  try {
    const level = { next, context, args: argumentsOf(field, run.inputs.variableValues), places };
    if (binding.kind === 'call') callOnce(binding, level);
    else if (binding.kind === 'load') loadKeys(binding, level);
    else readParents(binding, level);
  } catch (reason) {
    next.failAll(places, reason);
  }
}

function readParents(binding: BindingOf<'from' | 'column' | 'itself'>, { next, context, args, places }: Level): void {
  const { responseName, shape, definition, parentType } = next.field;
  const info = { fieldName: definition.name, parentType, returnType: definition.type };
  for (const place of places) {
    if (next.run.isGone(place)) continue;
    try {
      completeEventually(next, shape, place, responseName, binding.resolve(place.source, args, context, info));
    } catch (reason) {
      next.fail(shape, place, responseName, reason);
    }
  }
}

function callOnce(binding: BindingOf<'call'>, { next, context, args, places }: Level): void {
  const { row, paramsOf } = binding;
  const params = paramsOf?.(args, context);
  if (params === null) {
    completeAll(next, places, () => null);
    return;
  }
  const question = { row, params: params ?? {}, columns: columnsOf(next, row), inStep: binding.inStep };
  const step = next.run.inputs.trace?.add(question);
  const promise = Promise.resolve(ask(question, context.loaders));
  next.addLevel({ places, promise, step, resume: ([value], level) => completeAll(level, places, () => value) });
}

function loadKeys(binding: BindingOf<'load'>, level: Level): void {
  const { next, context, args } = level;
  const { keys, places, indexes } = collectKeys(binding, level);
  if (keys.length === 0) return;

  const params = binding.paramsOf?.(args, context) ?? {};
  const question = { row: binding.row, keys, params, columns: columnsOf(next, binding.row), inStep: false };
  const step = next.run.inputs.trace?.add(question);
  const values = ask(question, context.loaders);
  const resume = (loaded: readonly unknown[], later: NextLevel) => {
    if (keys.length < places.length) later.shareObjects();
    completeAll(later, places, (position) => loaded[indexes[position] as number]);
  };
  if ('then' in values) {
    next.addLevel({ places, promise: values, step, resume });
    return;
  }
  if (step !== undefined) step.values = values;
  resume(values, next);
}

/** What the operation reads of a row; a field resolver of the caller's own may read anything. */
function columnsOf({ run }: NextLevel, row: Row): readonly string[] | undefined {
  const { plan, fieldResolver } = run.inputs;
  return readsOwnColumn(fieldResolver) ? plan.columns.get(row) : undefined;
}

/** Unique keys, the places that have one, and the index of each place's key. */
function collectKeys({ keyOf }: BindingOf<'load'>, { next, context, args, places }: Level) {
  const { responseName, shape } = next.field;
  const indexByKey = new Map<string | number, number>();
  const keys: (string | number)[] = [];
  const keyed: Place[] = [];
  const indexes: number[] = [];
  for (const place of places) {
    let key: string | number | null | undefined;
    try {
      key = keyOf(place.source, args, context);
    } catch (reason) {
      next.fail(shape, place, responseName, reason);
      continue;
    }
    if (key === null || key === undefined) {
      completeValue(next, shape, place, responseName, null);
      continue;
    }
    let index = indexByKey.get(key);
    if (index === undefined) {
      index = keys.push(key) - 1;
      indexByKey.set(key, index);
    }
    keyed.push(place);
    indexes.push(index);
  }
  return { keys, places: keyed, indexes };
}

function completeAll(next: NextLevel, places: readonly Place[], valueAt: (position: number) => unknown): void {
  const { responseName, shape } = next.field;
  let position = 0;
  for (const place of places) {
    if (!next.run.isGone(place)) completeValue(next, shape, place, responseName, valueAt(position));
    position += 1;
  }
}
