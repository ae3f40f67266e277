/** A document for a field that is never called: with it, what counts such fields is tried, and nothing is changed. */
import { type GraphQLSchema, getNamedType, getNullableType, isLeafType, isRequiredArgument } from 'graphql';
import { toLiteral, toText } from './document-steps.ts';

export interface UncalledDocument {
  readonly text: string;
  readonly variables: Readonly<Record<string, null>>;
}

/**
 * A valid operation for a field of the query or mutation, named as `Mutation.checkout`. What it must be given is a variable
 * that may be null, since it has a default, and is null: no executor calls the field then (GraphQL specification, 6.4.1).
 * `undefined` for a field that can do without arguments.
 */
export function toUncalledDocument(schema: GraphQLSchema, place: string): UncalledDocument | undefined {
  const [typeName, fieldName = ''] = place.split('.');
  const field = [schema.getQueryType(), schema.getMutationType()].find((root) => root?.name === typeName)?.getFields()[
    fieldName
  ];
  const argument = field?.args.find(isRequiredArgument);
  if (field === undefined || argument === undefined) return undefined;
  const literal = toLiteral(argument.type);
  const text = toText(field, { [argument.name]: '$none' });
  if (literal === undefined || text === undefined) return undefined;
  const kind = typeName === schema.getQueryType()?.name ? 'query' : 'mutation';
  const below = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return {
    text: `${kind} ($none: ${getNullableType(argument.type)} = ${literal}) { ${text}${below} }`,
    variables: { none: null },
  };
}
