/** The values of one field for all objects of a level. */
import type { ResolverContext } from '../loaders/loaders.ts';
import { missingColumn } from '../loaders/missing-column.ts';
import { argumentsOf } from './arguments-of.ts';
import { refusalOfField } from './authorize.ts';
import { completeEventually } from './complete-value.ts';
import type { NextLevel } from './next-level.ts';
import { ownColumn, readsOwnColumn } from './own-column.ts';
import type { Place } from './place.ts';
import { resolveBound } from './resolve-bound.ts';
import { toInfo } from './resolve-info.ts';

/** Resolves the field of `next` for every object, or refuses it; what it leads to goes to `next`. */
export function resolveField(next: NextLevel, places: readonly Place[]): void {
  const { source, auth } = next.field;
  const { contextValue, fieldResolver } = next.run.inputs;
  const refusal = auth && refusalOfField(auth, next.run.inputs);
  if (refusal !== undefined) {
    next.failAll(places, refusal);
    return;
  }
  if (source.kind === 'typename') {
    resolveTypename(next, places);
  } else if (source.kind === 'bound' && hasLoaders(contextValue)) {
    resolveBound(next, source.binding, contextValue, places);
  } else {
    if (source.kind === 'default' && readsOwnColumn(fieldResolver)) readColumns(next, places);
    else for (const place of places) resolveOne(next, place, callResolver);
  }
}

function resolveTypename({ field }: NextLevel, places: readonly Place[]): void {
  for (const { out } of places) out[field.responseName] = field.parentType.name;
}

function resolveOne(next: NextLevel, place: Place, resolve: (next: NextLevel, place: Place) => unknown): void {
  if (next.run.isGone(place)) return;
  const { responseName, shape } = next.field;
  let value: unknown;
  try {
    value = resolve(next, place);
  } catch (reason) {
    next.fail(shape, place, responseName, reason);
    return;
  }
  completeEventually(next, shape, place, responseName, value);
}

/**
 * graphql-js's default resolver and `ownColumn`, without the cost of `info`. Most of an answer is strings and booleans
 * that stand in it as they came; they take the short way.
 */
function readColumns(next: NextLevel, places: readonly Place[]): void {
  const { run, field } = next;
  const { responseName, shape, definition } = field;
  const plain = shape.kind === 'leaf' ? shape.plain : undefined;
  const isOwed = shape.nonNull && run.inputs.fieldResolver === ownColumn;
  for (const place of places) {
    if (run.isGone(place)) continue;
    let value: unknown;
    try {
      value = readColumn(next, place, definition.name);
      if (isPlain(value, plain)) {
        place.out[responseName] = value;
        continue;
      }
      if (isOwed && (value === undefined || value === null)) {
        throw missingColumn(field.parentType.name, definition.name);
      }
    } catch (reason) {
      next.fail(shape, place, responseName, reason);
      continue;
    }
    completeEventually(next, shape, place, responseName, value);
  }
}

function isPlain(value: unknown, plain: 'string' | 'boolean' | 'int' | undefined): boolean {
  if (plain === 'string') return typeof value === 'string';
  if (plain === 'int') return typeof value === 'number' && (value | 0) === value;
  return plain === 'boolean' && typeof value === 'boolean';
}

function readColumn(next: NextLevel, place: Place, name: string): unknown {
  const source = place.source as Record<string, unknown> | null;
  if ((typeof source !== 'object' || source === null) && typeof source !== 'function') return undefined;
  const value = source[name];
  if (typeof value !== 'function') return value;
  const method = source[name] as (...given: unknown[]) => unknown;
  return method.call(source, {}, next.run.inputs.contextValue, toInfo(next, place, next.field.responseName));
}

function callResolver(next: NextLevel, place: Place): unknown {
  const { run, field } = next;
  const { fieldResolver, contextValue, variableValues } = run.inputs;
  const resolve = field.definition.resolve ?? fieldResolver;
  const args = argumentsOf(field, variableValues);
  return resolve(place.source, args, contextValue, toInfo(next, place, field.responseName));
}

/** Fields bound to rows need the loaders of a request; without them their resolvers say so themselves. */
export function hasLoaders(context: unknown): context is ResolverContext {
  return typeof (context as Partial<ResolverContext> | null | undefined)?.loaders?.loadLevel === 'function';
}
