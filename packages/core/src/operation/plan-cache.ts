/** Plans of the documents that are in use; a document that is dropped takes its plans along. */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { compileOperation } from './compile.ts';
import type { OperationPlan } from './plan.ts';
import { type SelectedOperation, selectOperation } from './select-operation.ts';

/**
 * Why an operation has no plan.
 * `plan-too-large`: more fields than a plan may have.
 * `not-compilable`: a document that no parser makes.
 */
export type FallbackReason = 'plan-too-large' | 'not-compilable';

/** Plans of one document for different conditions; the one longest unused gives way. */
const maxPlansPerDocument = 16;

interface DocumentPlans {
  readonly operations: Map<string | null, SelectedOperation>;
  readonly plans: Map<string, OperationPlan | FallbackReason>;
}

export interface PlanCache {
  /** `undefined` when the request means no operation of the document, or the schema has no type for it. */
  select(
    schema: GraphQLSchema,
    document: DocumentNode,
    operationName: string | null | undefined,
  ): SelectedOperation | undefined;
  compile(
    schema: GraphQLSchema,
    document: DocumentNode,
    selected: SelectedOperation,
    variableValues: Readonly<Record<string, unknown>>,
  ): OperationPlan | FallbackReason;
}

export function createPlanCache(maxFieldCount: number): PlanCache {
  const bySchema = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, DocumentPlans>>();

  function plansOf(schema: GraphQLSchema, document: DocumentNode): DocumentPlans {
    const byDocument = bySchema.get(schema) ?? new WeakMap<DocumentNode, DocumentPlans>();
    bySchema.set(schema, byDocument);
    const plans = byDocument.get(document) ?? { operations: new Map(), plans: new Map() };
    byDocument.set(document, plans);
    return plans;
  }

  return {
    select(schema, document, operationName) {
      const { operations } = plansOf(schema, document);
      const known = operations.get(operationName ?? null);
      if (known !== undefined) return known;
      const selected = selectOperation(document, operationName);
      if (selected === undefined || !schema.getRootType(selected.operation.operation)) return undefined;
      operations.set(operationName ?? null, selected);
      return selected;
    },

    compile(schema, document, selected, variableValues) {
      const { plans } = plansOf(schema, document);
      const id = `${selected.operation.name?.value ?? ''} ${flagsOf(selected, variableValues)}`;
      const known = plans.get(id);
      if (known !== undefined) {
        if (plans.size > 1) {
          plans.delete(id);
          plans.set(id, known);
        }
        return known;
      }
      if (plans.size >= maxPlansPerDocument) plans.delete(plans.keys().next().value as string);
      const plan = tryCompile(schema, selected, variableValues, maxFieldCount);
      plans.set(id, plan);
      return plan;
    },
  };
}

function tryCompile(
  schema: GraphQLSchema,
  selected: SelectedOperation,
  conditions: Readonly<Record<string, unknown>>,
  maxFieldCount: number,
): OperationPlan | FallbackReason {
  const rootType = schema.getRootType(selected.operation.operation);
  if (!rootType) return 'not-compilable';
  try {
    return compileOperation({ schema, selected, rootType, conditions, maxFieldCount }) ?? 'plan-too-large';
  } catch {
    return 'not-compilable';
  }
}

/** One letter for each variable that conditions read: all that the choice of fields depends on. */
function flagsOf({ conditionVariables }: SelectedOperation, values: Readonly<Record<string, unknown>>): string {
  let flags = '';
  for (const name of conditionVariables) {
    const value = values[name];
    if (value === true) flags += 't';
    else if (value === false) flags += 'f';
    else if (value === null) flags += 'n';
    else flags += value === undefined ? 'u' : 'o';
  }
  return flags;
}
