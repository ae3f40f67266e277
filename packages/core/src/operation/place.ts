/** Places of an answer: where a value stands, what stands above it, and whether it was taken back. */
import type { GraphQLObjectType, ResponsePath } from 'graphql';

export type Key = string | number;

/** What answers are made of: no inherited properties, as graphql-js has it, yet not in V8's slow dictionary mode. */
export const Answer = function Answer() {} as unknown as new () => Record<Key, unknown>;
Answer.prototype = Object.create(null);

/** Where in the answer a place stands. */
export interface Position {
  readonly parent: Place;
  /** Key in the parent's `out`. */
  readonly key: Key;
}

/** An object or a list in the answer. One is made for each, so it is kept small and flat. */
export class Place {
  /** Absent at the root of the answer. */
  readonly parent: Place | null;
  /** Key in the parent's `out`. */
  readonly key: Key;
  /** `null` here takes the parent back. */
  readonly nonNull: boolean;
  /** The object type; absent on lists. */
  readonly type: GraphQLObjectType | undefined;
  /** The object or array that is filled. */
  readonly out: Record<Key, unknown>;
  /** The value that the resolvers of the object's fields receive. */
  readonly source: unknown;
  /** Became `null` in the answer: nothing below it is executed or reported any more. */
  isRemoved = false;
  /** Further positions, where one value that was loaded for many parents is answered once for all of them. */
  twins: Position[] | undefined = undefined;

  constructor(
    parent: Place | null,
    key: Key,
    nonNull: boolean,
    type: GraphQLObjectType | undefined,
    out: Record<Key, unknown>,
    source: unknown,
  ) {
    this.parent = parent;
    this.key = key;
    this.nonNull = nonNull;
    this.type = type;
    this.out = out;
    this.source = source;
  }
}

export function positionsOf(place: Place): readonly Position[] {
  const { parent, key, twins } = place;
  return parent === null ? [] : [{ parent, key }, ...(twins ?? [])];
}

/** Whether the place was removed, or stands nowhere any more because all that it stood in was. */
export function isGone(place: Place): boolean {
  let one = place;
  while (!one.isRemoved) {
    if (one.parent === null) return false;
    if (one.twins !== undefined) return positionsOf(one).every(({ parent }) => isGone(parent));
    one = one.parent;
  }
  return true;
}

/** Paths of a key of a place, as errors carry them: one for each position that is still in the answer. */
export function pathsOf(place: Place, key: Key): Key[][] {
  if (place.parent === null) return [[key]];
  return positionsOf(place)
    .filter((position) => !isGone(position.parent))
    .flatMap((position) => pathsOf(position.parent, position.key))
    .map((path) => [...path, key]);
}

/** Path of a key of a place, as `info` carries it. */
export function infoPathOf(place: Place, key: Key): ResponsePath {
  const prev = place.parent === null ? undefined : infoPathOf(place.parent, place.key);
  return { prev, key, typename: typeof key === 'number' ? undefined : place.type?.name };
}
