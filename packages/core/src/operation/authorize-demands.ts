/** What the SDL demands of callers: `@auth` and `@owner`, read once for a schema. */
import {
  type DirectiveNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { AuthDemand, ObjectGuard, OwnerDemand } from './plan.ts';

type Field = GraphQLField<unknown, unknown>;

export interface Demands {
  /** Of object types' fields, with what their interfaces, their own type and, at the root, their parent demands. */
  readonly ofFields: ReadonlyMap<Field, AuthDemand>;
  /** With what their interfaces demand. */
  readonly ofTypes: ReadonlyMap<GraphQLNamedType, AuthDemand>;
  readonly owners: ReadonlyMap<GraphQLNamedType, OwnerDemand>;
}

const known = new WeakMap<GraphQLSchema, { readonly demands: Demands | undefined }>();

/** `undefined` where the schema demands nothing. */
export function demandsOf(schema: GraphQLSchema): Demands | undefined {
  const found = known.get(schema) ?? { demands: readDemands(schema) };
  known.set(schema, found);
  return found.demands;
}

/** What is decided on an object of a type; `abstract` where the field that brought it promised no type so exact. */
export function toGuard(
  { ofTypes, owners }: Demands,
  type: GraphQLObjectType,
  kind: 'object' | 'abstract',
): ObjectGuard | undefined {
  const auth = kind === 'abstract' ? ofTypes.get(type) : undefined;
  const owner = owners.get(type);
  return auth === undefined && owner === undefined ? undefined : { auth, owner };
}

function readDemands(schema: GraphQLSchema): Demands | undefined {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const ofTypes = new Map(types.flatMap((type) => entryOf(type, [type, ...type.getInterfaces()].flatMap(authOfType))));
  const ofFields = new Map<Field, AuthDemand>();
  const owners = new Map<GraphQLNamedType, OwnerDemand>();
  for (const type of types.filter(isObjectType)) {
    const owner = ownerOf(type);
    if (owner !== undefined) owners.set(type, owner);
    const ofRoot = roots.has(type) ? demandIn(ofTypes, type) : [];
    for (const field of Object.values(type.getFields())) {
      const said = [type, ...type.getInterfaces()].flatMap((one) => authOf(one.getFields()[field.name]?.astNode));
      const all = [...said, ...ofRoot, ...demandIn(ofTypes, getNamedType(field.type))];
      for (const [key, demand] of entryOf(field, all)) ofFields.set(key, demand);
    }
  }
  return ofFields.size + ofTypes.size + owners.size === 0 ? undefined : { ofFields, ofTypes, owners };
}

function demandIn(ofTypes: ReadonlyMap<GraphQLNamedType, AuthDemand>, type: GraphQLNamedType): AuthDemand[] {
  const demand = ofTypes.get(type);
  return demand === undefined ? [] : [demand];
}

/** All demands as one; no entry where there is none. */
function entryOf<Key>(key: Key, demands: readonly AuthDemand[]): [Key, AuthDemand][] {
  if (demands.length === 0) return [];
  return [[key, { scopes: [...new Set(demands.flatMap(({ scopes }) => scopes))] }]];
}

function authOfType({ astNode, extensionASTNodes }: GraphQLObjectType | GraphQLInterfaceType): AuthDemand[] {
  return [astNode, ...extensionASTNodes].flatMap(authOf);
}

interface Marked {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

function authOf(node: Marked | null | undefined): AuthDemand[] {
  const found = node?.directives?.filter(({ name }) => name.value === 'auth') ?? [];
  return found.map((directive) => {
    const scopes = argumentOf(directive, 'scopes');
    if (scopes?.kind === 'StringValue') return { scopes: [scopes.value] };
    const values = scopes?.kind === 'ListValue' ? scopes.values : [];
    return { scopes: values.flatMap((value) => (value.kind === 'StringValue' ? [value.value] : [])) };
  });
}

function ownerOf({ name, astNode, extensionASTNodes }: GraphQLObjectType): OwnerDemand | undefined {
  const directives = [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []);
  const found = directives.find((directive) => directive.name.value === 'owner');
  if (found === undefined) return undefined;
  const [path, secret] = [argumentOf(found, 'column'), argumentOf(found, 'secret')];
  const [column = '', items] = (path?.kind === 'StringValue' ? path.value : 'accountId').split('.').reverse();
  return {
    ...{ typeName: name, column, items },
    isSecret: secret?.kind === 'BooleanValue' && secret.value,
  };
}

function argumentOf(directive: DirectiveNode, name: string) {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}
