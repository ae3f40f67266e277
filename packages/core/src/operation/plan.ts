/** Plans: what a validated operation comes to, as data that is run, explained and counted. */
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLAbstractType,
  GraphQLError,
  GraphQLField,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Operation } from '../client/operation.ts';
import type { Binding } from '../loaders/binding.ts';
import type { Row } from '../loaders/row.ts';

/** One operation of a document, compiled for one schema and one set of conditions (`@skip`, `@include`). */
export interface OperationPlan {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly root: SelectionPlan;
  /** Columns that the operation reads of each row that it loads; all of those of a row that is not here. */
  readonly columns: ReadonlyMap<Row, readonly string[]>;
  /** Whether its answer is the same for everybody, as long as no binding looks at the caller. */
  readonly isPublic: boolean;
  readonly cacheHint: CacheHint;
  /** Operations of services that its fields are bound to. */
  readonly operationsRead: readonly Operation[];
  /** Number of fields in the whole plan, those of every possible type of abstract fields included. */
  readonly fieldCount: number;
}

/** How long an answer may be used again, and by whom, as the SDL says. */
export interface CacheHint {
  readonly maxAgeSeconds: number;
  readonly scope: 'public' | 'private';
}

/** What a caller needs (`@auth`). */
export interface AuthDemand {
  /** All of them; none where being signed in is enough. */
  readonly scopes: readonly string[];
}

/** Whose objects of a type are (`@owner`). */
export interface OwnerDemand {
  readonly typeName: string;
  /** Has the id of the owner's account, of the object or, where `items` is named, of each of the items in that column. */
  readonly column: string;
  readonly items?: string | undefined;
  /** Whether for others there is none at all, rather than one that is refused. */
  readonly isSecret: boolean;
}

/** What is decided when an object is there, before any of its fields. */
export interface ObjectGuard {
  /** Where no field could ask before, because the type is known from the value alone. */
  readonly auth: AuthDemand | undefined;
  readonly owner: OwnerDemand | undefined;
}

/** The fields asked of one object type at one place of an operation, merged, in the order of the answer. */
export interface SelectionPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  /** Whether objects that have the same value can have the same answer: nothing in it asks where it stands. */
  readonly isShareable: boolean;
  readonly guard: ObjectGuard | undefined;
  /** Why no object can be answered here: a condition that has no value. */
  readonly refusal?: GraphQLError;
}

export interface FieldPlan {
  /** Alias or name: the key in the answer. */
  readonly responseName: string;
  readonly nodes: readonly FieldNode[];
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
  readonly source: Source;
  readonly shape: Shape;
  /** What is needed before the field is resolved. */
  readonly auth: AuthDemand | undefined;
}

/** Where a field's values come from. */
export type Source =
  /** `__typename`. */
  | { readonly kind: 'typename' }
  /** No resolver of its own and no arguments: the `fieldResolver` of the execution decides. */
  | { readonly kind: 'default' }
  | { readonly kind: 'bound'; readonly binding: Binding }
  /** A resolver written by hand, called once per object. */
  | { readonly kind: 'resolver' };

/** How a value becomes part of the answer. `nonNull`: `null` here is an error of the parent. */
export type Shape =
  | {
      readonly kind: 'leaf';
      readonly nonNull: boolean;
      readonly type: GraphQLLeafType;
      /** Values of this JavaScript type, for `int` whole numbers of 32 bits, need no serialization. */
      readonly plain?: 'string' | 'boolean' | 'int';
    }
  | { readonly kind: 'list'; readonly nonNull: boolean; readonly item: Shape }
  | { readonly kind: 'object'; readonly nonNull: boolean; readonly selection: SelectionPlan }
  | {
      readonly kind: 'abstract';
      readonly nonNull: boolean;
      readonly type: GraphQLAbstractType;
      /** One for each possible type. */
      readonly selections: ReadonlyMap<GraphQLObjectType, SelectionPlan>;
    };
