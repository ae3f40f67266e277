/** How often an operation asks for fields that have a limit of their own: once for each alias. */
import { type DocumentNode, type GraphQLSchema, getOperationAST, OperationTypeNode } from 'graphql';
import type { OperationPlan } from '../operation/plan.ts';

/** An operation about to be executed. */
export interface RatedOperation {
  readonly operationName: string | null;
  /** Absent where the operation has more fields than a plan may have. */
  readonly plan?: OperationPlan | undefined;
  readonly document: DocumentNode;
}

/** `[field, how often]`, the field as the setting names it: `Mutation.checkout`. */
export type FieldCounts = readonly (readonly [string, number])[];

const none: FieldCounts = [];

/** Throws a TypeError for a field that the schema does not have, or that stands below the query or mutation itself. */
export function createCountFields(
  schema: GraphQLSchema,
  fields: Iterable<string>,
): (operation: RatedOperation) => FieldCounts {
  const limited = new Set(fields);
  if (limited.size === 0) return () => none;
  for (const name of limited) assertRootField(schema, name);
  const known = new WeakMap<OperationPlan, FieldCounts>();

  function count(plan: OperationPlan): FieldCounts {
    const counts = new Map<string, number>();
    for (const { parentType, definition } of plan.root.fields) {
      const name = `${parentType.name}.${definition.name}`;
      if (limited.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts.size === 0 ? none : [...counts];
  }

  /** What cannot be counted is beyond every limit that it may pass. */
  function assume({ document, operationName }: RatedOperation): FieldCounts {
    const operation = getOperationAST(document, operationName)?.operation ?? OperationTypeNode.MUTATION;
    const root = schema.getRootType(operation)?.name;
    return [...limited].filter((name) => name.startsWith(`${root}.`)).map((name) => [name, Number.MAX_SAFE_INTEGER]);
  }

  return (operation) => {
    const { plan } = operation;
    if (plan === undefined) return assume(operation);
    const counted = known.get(plan) ?? count(plan);
    known.set(plan, counted);
    return counted;
  };
}

function assertRootField(schema: GraphQLSchema, name: string): void {
  const [typeName, fieldName = ''] = name.split('.');
  const roots = [schema.getQueryType(), schema.getMutationType()];
  if (roots.find((type) => type?.name === typeName)?.getFields()[fieldName] !== undefined) return;
  throw new TypeError(
    `fieldRates (FIELD_RATES) limits ${name}, which is no field of the query or mutation of this API. Name one such as Mutation.checkout.`,
  );
}
