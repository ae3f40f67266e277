/** Validation rule: names that GraphQL reserves are not for operations and fragments. */
import { type DefinitionNode, type DocumentNode, GraphQLError, Kind, type ValidationRule } from 'graphql';

/** Refuses operations and fragments whose name begins with two underscores (GraphQL specification, 2.1.9). */
export const reservedNames: ValidationRule = (context) => {
  for (const definition of withReservedName(context.getDocument())) {
    context.reportError(
      new GraphQLError('Names of operations and fragments must not begin with "__", which GraphQL reserves.', {
        nodes: definition,
      }),
    );
  }
  return {};
};

/** Definitions that the rule refuses; code that keeps fragments in plain objects falls over `__proto__`. */
function withReservedName({ definitions }: DocumentNode): DefinitionNode[] {
  return definitions.filter(
    (definition) =>
      (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION) &&
      definition.name?.value.startsWith('__'),
  );
}
