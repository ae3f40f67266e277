/** The variables with which an operation asks for the least that anybody can ask it for. */
import {
  type DocumentNode,
  GraphQLInt,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
  visit,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * What may be left out is left out, a number without a default is 1, everything else is its default or absent. For
 * counting what an operation costs; not every operation can be executed with them.
 */
export function toLeastVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Variables {
  const conditions = readConditions(document);
  const entries = variableDefinitions.map((definition): [string, unknown] => {
    const name = definition.variable.name.value;
    return [name, conditions.get(name) ?? leastOf(schema, definition)];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function leastOf(schema: GraphQLSchema, { type: node, defaultValue }: VariableDefinitionNode): unknown {
  const type = typeFromAST(schema, node as Parameters<typeof typeFromAST>[1]);
  if (type === undefined) return undefined;
  if (defaultValue !== undefined) return valueFromAST(defaultValue, type as Parameters<typeof valueFromAST>[1]);
  return getNamedType(type) === GraphQLInt ? 1 : undefined;
}

/** Variables of `@skip` and `@include`, with the value that leaves out what they stand on. */
function readConditions(document: DocumentNode): ReadonlyMap<string, boolean> {
  const conditions = new Map<string, boolean>();
  visit(document, {
    Directive({ name, arguments: args }) {
      if (name.value !== 'skip' && name.value !== 'include') return false;
      for (const { value } of args ?? []) {
        if (value.kind === Kind.VARIABLE) conditions.set(value.name.value, name.value === 'skip');
      }
      return false;
    },
  });
  return conditions;
}
