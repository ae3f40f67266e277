/** The compiler: a document's operation becomes a plan, once. */
import {
  type FieldNode,
  GraphQLBoolean,
  GraphQLError,
  type GraphQLField,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { Binding } from '../loaders/binding.ts';
import { demandsOf, toGuard } from './authorize-demands.ts';
import { toCacheHint } from './cache-hints.ts';
import { columnsByRow } from './columns.ts';
import { isPublic } from './is-public.ts';
import { operationsRead } from './operations-read.ts';
import type { FieldPlan, ObjectGuard, OperationPlan, SelectionPlan, Shape, Source } from './plan.ts';
import type { SelectedOperation } from './select-operation.ts';

export interface CompileOptions {
  readonly schema: GraphQLSchema;
  readonly selected: SelectedOperation;
  readonly rootType: GraphQLObjectType;
  /** Values of at least the variables in `@skip` and `@include`. */
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly maxFieldCount: number;
}

/** Fields that plans have at most, where nobody says otherwise. */
export const defaultMaxFieldCount = 10_000;

/** `undefined` when the plan would have more than `maxFieldCount` fields. */
export function compileOperation(options: CompileOptions): OperationPlan | undefined {
  const { schema, selected, rootType, conditions, maxFieldCount } = options;
  const { operation, fragments } = selected;
  const demands = demandsOf(schema);
  let fieldCount = 0;

  function toSelection(
    type: GraphQLObjectType,
    group: () => ReadonlyMap<string, readonly FieldNode[]>,
    guard: ObjectGuard | undefined,
  ): SelectionPlan {
    const fields: FieldPlan[] = [];
    let grouped: ReadonlyMap<string, readonly FieldNode[]>;
    try {
      grouped = group();
    } catch (reason) {
      if (reason instanceof GraphQLError) return { type, fields, isShareable: false, guard, refusal: reason };
      throw reason;
    }
    for (const [responseName, nodes] of grouped) {
      const definition = definitionOf(schema, type, nodes);
      if (definition === undefined) continue;
      fieldCount += 1;
      if (fieldCount > maxFieldCount) throw tooLarge;
      const shape = toShape(definition.type, nodes);
      const auth = demands?.ofFields.get(definition);
      fields.push({ responseName, nodes, definition, parentType: type, source: toSource(definition), shape, auth });
    }
    return { type, fields, isShareable: fields.every(isShareable), guard };
  }

  function toShape(type: GraphQLOutputType, nodes: readonly FieldNode[]): Shape {
    const nonNull = isNonNullType(type);
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (isListType(nullable)) return { kind: 'list', nonNull, item: toShape(nullable.ofType, nodes) };
    if (isLeafType(nullable)) return toLeafShape(nullable, nonNull);
    if (!isAbstractType(nullable))
      return { kind: 'object', nonNull, selection: subselection(nullable, nodes, 'object') };
    const possible = schema.getPossibleTypes(nullable);
    const selections = new Map(possible.map((one) => [one, subselection(one, nodes, 'abstract')]));
    return { kind: 'abstract', nonNull, type: nullable, selections };
  }

  function subselection(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    kind: 'object' | 'abstract',
  ): SelectionPlan {
    const guard = demands && toGuard(demands, type, kind);
    return toSelection(type, () => collectSubfields(schema, fragments, conditions, type, nodes), guard);
  }

  try {
    const { selectionSet } = operation;
    const root = toSelection(
      rootType,
      () => collectFields(schema, fragments, conditions, rootType, selectionSet),
      undefined,
    );
    const cacheHint = toCacheHint(root);
    return {
      schema,
      operation,
      fragments,
      root,
      columns: columnsByRow(root),
      isPublic: isPublic({ operation, root, cacheHint }),
      cacheHint,
      operationsRead: operationsRead(root),
      fieldCount,
    };
  } catch (reason) {
    if (reason === tooLarge) return undefined;
    throw reason;
  }
}

const tooLarge = Symbol('a plan beyond its limit');

function definitionOf(
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  nodes: readonly FieldNode[],
): GraphQLField<unknown, unknown> | undefined {
  const name = nodes[0]?.name.value ?? '';
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
}

/** Resolvers written by hand, and types that are asked of their values, are told a path. */
function isShareable({ source, shape }: FieldPlan): boolean {
  return source.kind !== 'resolver' && isShareableShape(shape);
}

function isShareableShape(shape: Shape): boolean {
  if (shape.kind === 'list') return isShareableShape(shape.item);
  if (shape.kind === 'abstract') return false;
  return shape.kind === 'leaf' || (!shape.selection.type.isTypeOf && shape.selection.isShareable);
}

function toLeafShape(type: GraphQLLeafType, nonNull: boolean): Shape {
  if (type === GraphQLString || type === GraphQLID) return { kind: 'leaf', nonNull, type, plain: 'string' };
  if (type === GraphQLInt) return { kind: 'leaf', nonNull, type, plain: 'int' };
  if (type === GraphQLBoolean) return { kind: 'leaf', nonNull, type, plain: 'boolean' };
  return { kind: 'leaf', nonNull, type };
}

function toSource(definition: GraphQLField<unknown, unknown>): Source {
  if (definition === TypeNameMetaFieldDef) return { kind: 'typename' };
  const binding = definition.extensions.facet as Binding | { readonly kind: 'change' } | undefined;
  // Whoever wrapped the resolver wants the wrapper to be called.
  if (binding !== undefined && binding.kind !== 'change' && binding.resolve === definition.resolve) {
    return { kind: 'bound', binding };
  }
  const isDefault = definition.resolve === undefined && definition.args.length === 0;
  return { kind: isDefault ? 'default' : 'resolver' };
}
