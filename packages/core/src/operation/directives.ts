/** Directives that the SDL of every BFF may use; their definitions are added to it. */
import { type GraphQLNamedType, type GraphQLSchema, getDirectiveValues, isInterfaceType, isObjectType } from 'graphql';

/**
 * `@cost` and `@listSize` are those of the GraphQL Cost Directives Specification (IBM, draft of 2021), without weights on
 * input fields and below 0. `limits/` reads them.
 */
const costDirectivesSdl = `
"What a value costs, in points: 1 for an object, 0 for a scalar or enum, unless told otherwise. A field's weight goes before its type's."
directive @cost(
  "A number from 0, as text."
  weight: String!
) on FIELD_DEFINITION | ARGUMENT_DEFINITION | OBJECT | SCALAR | ENUM

"How long the list is that a field brings."
directive @listSize(
  "Items, where no argument says how many."
  assumedSize: Int
  "Arguments that say how many, a number or a list of keys; \`input.first\` means a field of an input object. The largest counts."
  slicingArguments: [String!]
  "Fields of the object it brings that have the items, where it brings no list itself."
  sizedFields: [String!]
  "Whether an operation must give exactly one of the arguments, unless one that it leaves out has a default."
  requireOneSlicingArgument: Boolean = true
) on FIELD_DEFINITION
`;

/**
 * `@cacheControl` and what it means are Apollo's (Apollo Server, "Server-side caching"). `maxAge` is in seconds; a root
 * field, and a field of an object type, that says nothing has 0. `inheritMaxAge` takes the parent's instead.
 */
export const directivesSdl = `"Who may be given an answer that was kept."
enum CacheControlScope {
  "Everybody."
  PUBLIC
  "Only the one who asked."
  PRIVATE
}

"How long a value may be used again; of all that an answer holds, the shortest time counts."
directive @cacheControl(
  "Seconds."
  maxAge: Int
  "Everybody's, unless told otherwise."
  scope: CacheControlScope
  "As long as the object it is in."
  inheritMaxAge: Boolean
) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
${costDirectivesSdl}`;

/** Throws for a directive on a type or field whose arguments are of other types; building a schema does not look. */
export function assertDirectives(schema: GraphQLSchema): void {
  const nodes = Object.values(schema.getTypeMap()).flatMap(nodesOf);
  for (const node of nodes) for (const directive of schema.getDirectives()) getDirectiveValues(directive, node);
}

function nodesOf(type: GraphQLNamedType) {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const nodes = [type.astNode, ...type.extensionASTNodes, ...fields.map(({ astNode }) => astNode)];
  return nodes.filter((node) => node !== undefined && node !== null);
}
