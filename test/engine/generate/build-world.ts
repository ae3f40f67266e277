/** Makes a world of a spec: a GraphQL schema, with resolvers, type checks and type choices of every kind. */
import {
  type GraphQLFieldConfigMap,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLUnionType,
} from 'graphql';
import { buildInputTypes, toInput } from './input-types.ts';
import { type LaidField, type LaidType, type Layout, toLayout } from './layout.ts';
import { leafTypes } from './leaf-types.ts';
import { createResolver } from './resolvers.ts';
import type { Run } from './run.ts';
import type { SchemaSpec } from './schema-spec.ts';
import { toIsTypeOf, toResolveType } from './type-choices.ts';
import { createValues, type Values } from './values.ts';

type Wrapper = (type: GraphQLOutputType) => GraphQLOutputType;
export type Resolver = GraphQLFieldResolver<unknown, Run>;

export interface SchemaOptions {
  /** Changes each field's type; the twin that shows every possible error has no non-null types. */
  readonly toType?: Wrapper;
  /** Wraps each field's resolver; `type` is the type before `toType`. */
  readonly wrap?: (resolve: Resolver | undefined, type: GraphQLOutputType) => Resolver;
}

const list: Wrapper = (type) => new GraphQLList(type);
const nonNull: Wrapper = (type) =>
  type instanceof GraphQLNonNull ? type : (new GraphQLNonNull(type as never) as GraphQLOutputType);
const times = (count: number, wrapper: Wrapper): Wrapper[] => Array.from({ length: count }, () => wrapper);

/** Wrappers of output types: bare ones are common, and lists of lists no rarity. */
const wrappers: readonly Wrapper[] = [
  ...times(10, (type) => type),
  ...times(5, nonNull),
  ...times(4, list),
  ...times(3, (type) => list(nonNull(type))),
  ...times(2, (type) => nonNull(list(nonNull(type)))),
  (type) => nonNull(list(type)),
  (type) => list(list(type)),
  (type) => list(list(nonNull(type))),
  (type) => list(nonNull(list(nonNull(type)))),
  (type) => nonNull(list(nonNull(list(nonNull(type))))),
  (type) => list(list(list(nonNull(type)))),
  (type) => nonNull(list(list(type))),
  nonNull,
];

export interface World {
  readonly schema: GraphQLSchema;
  readonly values: Values;
}

/** Equal specs give schemas that behave alike. */
export function buildWorld(spec: SchemaSpec, options: SchemaOptions = {}): World {
  const layout = toLayout(spec);
  const inputs = buildInputTypes(spec.inputs);
  const values = createValues(layout);
  const types = new Map<string, GraphQLOutputType>(leafTypes.map((type) => [type.name, type]));
  const maker: Maker = { layout, inputs, values, types, options };
  for (const type of [...layout.interfaces, ...layout.roots, ...layout.objects]) {
    const config = {
      name: type.name,
      interfaces: () => type.interfaces.map((name) => types.get(name) as GraphQLInterfaceType),
      fields: () => toFields(type, maker),
    };
    const made =
      'choice' in type
        ? new GraphQLInterfaceType({ ...config, description: `chosen: ${type.choice}`, ...toResolveType(type.choice) })
        : new GraphQLObjectType({
            ...config,
            description: `check: ${type.check}`,
            ...toIsTypeOf(type.name, type.check),
          });
    types.set(type.name, made);
  }
  for (const { name, members, choice } of layout.unions) {
    const toTypes = () => members.map((member) => types.get(member) as GraphQLObjectType);
    types.set(
      name,
      new GraphQLUnionType({ name, description: `chosen: ${choice}`, types: toTypes, ...toResolveType(choice) }),
    );
  }
  const schema = new GraphQLSchema({
    query: types.get('Query') as GraphQLObjectType,
    mutation: types.get('Mutation') as GraphQLObjectType | undefined,
    subscription: types.get('Subscription') as GraphQLObjectType | undefined,
    types: layout.objects.map(({ name }) => types.get(name) as GraphQLObjectType),
  });
  return { schema, values };
}

interface Maker {
  readonly layout: Layout;
  readonly inputs: readonly GraphQLInputType[];
  readonly values: Values;
  readonly types: ReadonlyMap<string, GraphQLOutputType>;
  readonly options: SchemaOptions;
}

function toFields(type: LaidType, maker: Maker): GraphQLFieldConfigMap<unknown, Run> {
  const { options, inputs, values } = maker;
  const entries = type.fields.map((field) => {
    const { spec, owner, name } = field;
    const output = toOutput(field, maker);
    values.learn(type.name, name, output);
    const resolve = spec.via === 'resolve' ? createResolver(spec, output, values) : undefined;
    const args = spec.args.map((arg, at) => [`a${at}`, toInput(arg, inputs, `${owner}.${name}.${at}`)] as const);
    const config = {
      type: options.toType?.(output) ?? output,
      args: Object.fromEntries(args),
      description: `${spec.via}, ${spec.moods.join('/')}, ${spec.list} of ${spec.itemMoods.join('/')}`,
      resolve: options.wrap?.(resolve, output) ?? resolve,
    };
    return [name, config] as const;
  });
  return Object.fromEntries(entries) as GraphQLFieldConfigMap<unknown, Run>;
}

/** Every second choice is a leaf; the fewer leaves chosen, the deeper the trees. */
function toOutput({ spec, narrowed }: LaidField, { layout, types }: Maker): GraphQLOutputType {
  const { composites } = layout;
  const at = spec.type >> 1;
  const name = spec.type % 2 === 1 ? composites[at % composites.length] : leafTypes[at % leafTypes.length]?.name;
  const type = (wrappers[spec.wrap % wrappers.length] as Wrapper)(types.get(name as string) as GraphQLOutputType);
  return narrowed ? nonNull(type) : type;
}
