/** Finds the operation that a request means in its document, and the variables that its conditions read. */
import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, visit } from 'graphql';

export interface SelectedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Variables that `@skip` and `@include` of the document read, sorted. */
  readonly conditionVariables: readonly string[];
}

/** `undefined` when the document has no such operation, or several and no name was given. */
export function selectOperation(
  document: DocumentNode,
  operationName: string | null | undefined,
): SelectedOperation | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const named = operationName == null ? operations : operations.filter(({ name }) => name?.value === operationName);
  const operation = named.at(-1);
  if (operation === undefined || (operationName == null && operations.length > 1)) return undefined;

  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return { operation, fragments, conditionVariables: conditionVariablesOf(document) };
}

function conditionVariablesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (directive.name.value !== 'skip' && directive.name.value !== 'include') return false;
      for (const { value } of directive.arguments ?? []) {
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      return false;
    },
  });
  return [...names].sort();
}
