/** Every error an execution could report, whatever its races: found by a schema in which no error hides another. */
import {
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionArgs,
  execute,
  type FieldNode,
  GraphQLError,
  GraphQLList,
  type GraphQLOutputType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  visit,
} from 'graphql';
import { buildWorld, type World } from '../generate/build-world.ts';
import { pathText } from '../generate/digest.ts';
import type { Run } from '../generate/run.ts';
import type { SchemaSpec } from '../generate/schema-spec.ts';
import { errorText, type Path } from './errors.ts';
import { observe } from './observe.ts';

interface Place {
  readonly type: GraphQLOutputType;
  readonly field: string;
  readonly nodes: readonly FieldNode[];
}

export interface PossibleErrors {
  /** Whether an execution could report this error, once. */
  has(error: unknown): boolean;
  /** The position that becomes null when this one fails: the nearest nullable one at or above it. */
  handlerOf(path: Path): Path;
}

/** How a case executes in a world, for whoever has one. */
export type Enter = (world: World, brokenIterators: Run['brokenIterators']) => { args: ExecutionArgs; run: Run };

/** Executes a case by graphql-js in the twin of its world in which every output type is nullable. */
export async function findPossibleErrors(spec: SchemaSpec, enter: Enter): Promise<PossibleErrors> {
  const places: Places = new Map();
  const brokenIterators: { readonly message: string }[] = [];
  const { args, run } = enter(buildTwin(spec, places), brokenIterators);
  const document = withTypeNames(args.document);
  const { result } = await observe(execute, { ...args, document }, run);
  const texts = new Set((result?.errors ?? []).map((error) => errorText(error, run.thrown)));
  const messages = new Set(brokenIterators.map(({ message }) => message));
  for (const error of result?.errors ?? []) learnPlace(places, error, { spec, document, data: result?.data });
  collectNulls(result?.data, [], (path) => {
    const place = placeOf(places, path);
    if (place === undefined || !isNonNullType(typeAt(place, path))) return;
    texts.add(errorText(nullError(place, path), run.thrown));
  });
  return {
    has: (error) => messages.has((error as Error).message) || texts.has(errorText(error, run.thrown)),
    handlerOf(path) {
      let length = path.length;
      while (length > 0 && isNonNullAt(places, path.slice(0, length))) length--;
      return path.slice(0, length);
    },
  };
}

type Places = Map<string, Place>;

/** Has every object tell its type, under a name that no generated document uses. */
const typeNameKey = 'typenameOfTwin';
function withTypeNames(document: DocumentNode): DocumentNode {
  const typeName: FieldNode = {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: typeNameKey },
    name: { kind: Kind.NAME, value: '__typename' },
  };
  return visit(document, {
    SelectionSet: (set) => ({ ...set, selections: [...set.selections, typeName] }),
  });
}

/** Fields whose arguments fail are never resolved; their type follows from the object that they belong to. */
function learnPlace(
  places: Places,
  { path = [], nodes }: GraphQLError,
  { spec, document, data }: { spec: SchemaSpec; document: DocumentNode; data: unknown },
): void {
  const fieldPath = path.slice(0, fieldLength(path));
  const key = fieldPath.at(-1);
  if (key === undefined || places.has(fieldPath.join('.'))) return;
  const parent = fieldPath
    .slice(0, -1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)?.[step], data);
  const type = buildWorld(spec).schema.getType(String((parent as Record<string, unknown> | undefined)?.[typeNameKey]));
  if (!isObjectType(type)) return;
  const at = nodes?.[0]?.loc;
  visit(document, {
    Field(node) {
      const field = (node.alias ?? node.name).value === key ? type.getFields()[node.name.value] : undefined;
      // What failed is the field or one of its arguments; the innermost field around it is meant.
      const around = at !== undefined && node.loc !== undefined && node.loc.start <= at.start && at.end <= node.loc.end;
      if (field === undefined || !around) return;
      places.set(fieldPath.join('.'), { type: field.type, field: `${type.name}.${field.name}`, nodes: [node] });
    },
  });
}

function buildTwin(spec: SchemaSpec, places: Places): World {
  return buildWorld(spec, {
    toType: withoutNonNull,
    wrap: (resolve, type) => (source, args, run, info) => {
      const field = `${info.parentType.name}.${info.fieldName}`;
      places.set(pathText(info.path), { type, field, nodes: info.fieldNodes });
      return (resolve ?? defaultFieldResolver)(source, args, run, info);
    },
  });
}

/** The type with every non-null wrapper taken away. */
export function withoutNonNull(type: GraphQLOutputType): GraphQLOutputType {
  if (isNonNullType(type)) return withoutNonNull(type.ofType);
  return isListType(type) ? new GraphQLList(withoutNonNull(type.ofType)) : type;
}

function collectNulls(value: unknown, path: Path, found: (path: Path) => void): void {
  if (value === null && path.length > 0) found(path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    collectNulls(part, [...path, Array.isArray(value) ? Number(key) : key], found);
  }
}

function fieldLength(path: Path): number {
  let length = path.length;
  while (typeof path[length - 1] === 'number') length--;
  return length;
}

function placeOf(places: Places, path: Path): Place | undefined {
  return places.get(path.slice(0, fieldLength(path)).join('.'));
}

/** The type of a position: that of its field, or of the items as many lists deep as its path has indices. */
function typeAt({ type }: Place, path: Path): GraphQLOutputType | undefined {
  let current: GraphQLOutputType | undefined = type;
  for (let depth = fieldLength(path); depth < path.length; depth++) {
    const list: GraphQLOutputType | undefined = isNonNullType(current) ? current.ofType : current;
    current = isListType(list) ? list.ofType : undefined;
  }
  return current;
}

function isNonNullAt(places: Places, path: Path): boolean {
  const place = placeOf(places, path);
  return place !== undefined && isNonNullType(typeAt(place, path));
}

/** What graphql-js says of a null where none may be. */
function nullError({ field, nodes }: Place, path: Path): GraphQLError {
  const originalError = new Error(`Cannot return null for non-nullable field ${field}.`);
  return new GraphQLError(originalError.message, { nodes: [...nodes], path: [...path], originalError });
}
