/** Directives that the SDL of every BFF may use; their definitions are added to it. */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getDirectiveValues,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
} from 'graphql';

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

/** Read by `authorize-demands.ts`, enforced by the engine; `identity/` decides. */
const authorizationSdl = `
"""
What a caller needs; decided before anything is called for it. On a type, it is needed for every field that brings one,
and of the types at the root for every field of theirs; on an interface, or a field of one, by all that implement it.
Without it the field is null, with the code UNAUTHENTICATED for whoever is not signed in, FORBIDDEN for others.
"""
directive @auth(
  "Scopes that the caller's token must have, all of them. Without any, it is enough to be signed in."
  scopes: [String!]
) on FIELD_DEFINITION | OBJECT | INTERFACE

"""
Objects that belong to an account; decided when one is there, before any of its fields. Others find null in its place,
wherever it stands, with the code FORBIDDEN, or UNAUTHENTICATED for whoever is not signed in.
"""
directive @owner(
  "Column with the id of the account; \`items.accountId\` for an object that shows the items of a list: each must be the caller's."
  column: String! = "accountId"
  "Whether others are not to know that it exists: null without an error, as if there were none."
  secret: Boolean! = false
) on OBJECT
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
${costDirectivesSdl}${authorizationSdl}`;

/**
 * Throws for a directive on a type or field whose arguments are of other types, for `@owner` on a root type, which is
 * nobody's, and for one whose `column` is no path; building a schema does not look.
 */
export function assertDirectives(schema: GraphQLSchema): void {
  const nodes = Object.values(schema.getTypeMap()).flatMap(nodesOf);
  for (const node of nodes) {
    for (const directive of schema.getDirectives()) getDirectiveValues(directive, node);
    assertOwner(schema, node);
  }
  for (const operation of Object.values(OperationTypeNode)) {
    const root = schema.getRootType(operation);
    if (root && nodesOf(root).some((node) => ownerOf(schema, node) !== undefined)) {
      throw new TypeError(`@owner stands on ${root.name}, a root type. Put it on the types of its fields.`);
    }
  }
}

type Node = ReturnType<typeof nodesOf>[number];

function ownerOf(schema: GraphQLSchema, node: Node): string | undefined {
  const directive = schema.getDirective('owner');
  return directive ? (getDirectiveValues(directive, node)?.column as string | undefined) : undefined;
}

/** A column, or a list's name and its items' column. */
const ownerPath = /^[\w-]+(?:\.[\w-]+)?$/;

function assertOwner(schema: GraphQLSchema, node: Node): void {
  const column = ownerOf(schema, node);
  if (column === undefined || ownerPath.test(column)) return;
  const where = 'name' in node ? node.name?.value : 'the schema';
  throw new TypeError(
    `@owner of ${where} has the column "${column}". Name one such as "accountId", or a list's items': "items.accountId".`,
  );
}

function nodesOf(type: GraphQLNamedType) {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const nodes = [type.astNode, ...type.extensionASTNodes, ...fields.map(({ astNode }) => astNode)];
  return nodes.filter((node) => node !== undefined && node !== null);
}
