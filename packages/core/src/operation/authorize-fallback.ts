/** What graphql-js executes in the engine's place is not authorized: it may only be what the SDL demands nothing for. */
import {
  BREAK,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Demands, demandsOf } from './authorize-demands.ts';

/** Whether anything in a document may meet a demand, as an object of whatever type it may turn out to be. */
export function mayMeetDemand(schema: GraphQLSchema, document: DocumentNode): boolean {
  const demands = demandsOf(schema);
  if (demands === undefined) return false;
  let isMet = false;
  const types = new TypeInfo(schema);
  const look = {
    Field({ name }: { readonly name: { readonly value: string } }) {
      const parent = types.getParentType();
      // Of a document that is not valid, not every type is known.
      isMet = !parent || objectsOf(schema, parent).some((type) => meets(schema, demands, type, name.value));
      return isMet ? BREAK : undefined;
    },
  };
  visit(document, visitWithTypeInfo(types, look));
  return isMet;
}

function meets(schema: GraphQLSchema, demands: Demands, parent: GraphQLObjectType, fieldName: string): boolean {
  const field = parent.getFields()[fieldName];
  if (field === undefined) return false;
  if (demands.ofFields.has(field)) return true;
  return objectsOf(schema, field.type).some((type) => demands.ofTypes.has(type) || demands.owners.has(type));
}

function objectsOf(schema: GraphQLSchema, type: GraphQLOutputType | null | undefined): readonly GraphQLObjectType[] {
  const named = type && getNamedType(type);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [];
}
