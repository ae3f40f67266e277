/** Runs operations of a random shop on the engine, for one caller, and records what was asked of services. */
import {
  buildSchema,
  createAuthorization,
  createExecute,
  type ExecuteOptions,
  FacetError,
  load,
  type Resolvers,
  type Row,
  row,
} from '@facet/core';
import { operation } from '@facet/core/data';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { happens } from '../generate/chance.ts';
import type { Caller } from './reference.ts';
import { interfaceNames, keyOf, objectNames, type ShopSpec, type Thing, toSdl, valueAt } from './shop-spec.ts';

interface Spec {
  readonly parameters: { readonly query?: { ids?: string[] } };
  readonly responses: {
    readonly 200: { readonly content: { readonly 'application/json': { items: { id: string }[] } } };
  };
}
const listThings = operation<Spec>({
  service: 'things',
  operationId: 'listThings',
  method: 'GET',
  path: '/things',
  parameters: { ids: { in: 'query', style: 'form', explode: false, list: {} } },
});
const rowOf = () => row(listThings, { keys: 'ids', matchBy: 'id', audience: 'public' });
const rows: Readonly<Record<string, Row<string, unknown, object>>> = {
  b0: rowOf() as unknown as Row<string, unknown, object>,
  b1: rowOf() as unknown as Row<string, unknown, object>,
};

export interface Shop {
  readonly spec: ShopSpec;
  readonly schema: GraphQLSchema;
}
interface Context {
  readonly calls: Set<string>;
}

export function buildShop(spec: ShopSpec): Shop {
  return { spec, schema: buildSchema(toSdl(spec), toResolvers(spec)) };
}

function toResolvers(spec: ShopSpec): Resolvers {
  const resolveOne =
    (field: string) =>
    (parent: Thing | undefined, _args: object, { calls }: Context) => {
      const key = keyOf(spec, parent?.id ?? 'root', field);
      calls.add(key);
      return perhapsLater(spec, key, valueAt(spec, key, spec.typeOf[field] ?? ''));
    };
  const bound = (field: string) =>
    load<Thing | undefined, object, string, unknown, object>(rows[field] as Row<string, unknown, object>, (parent) =>
      keyOf(spec, parent?.id ?? 'root', field),
    );
  const fields = { o0: resolveOne('o0'), o1: resolveOne('o1'), b0: bound('b0'), b1: bound('b1') };
  const chosen = { __resolveType: (thing: Thing) => perhapsLater(spec, `type of ${thing.id}`, thing.__typename) };
  return {
    ...Object.fromEntries([...objectNames, 'Query', 'Mutation'].map((name) => [name, fields])),
    ...Object.fromEntries([...interfaceNames, 'U0'].map((name) => [name, chosen])),
  };
}

function perhapsLater<Value>(spec: ShopSpec, key: string, value: Value): Value | Promise<Value> {
  return happens(`${spec.seed} later ${key}`, 3) ? Promise.resolve(value) : value;
}

export interface Actual {
  readonly data: unknown;
  /** `path code`. */
  readonly errors: readonly string[];
  readonly calls: ReadonlySet<string>;
  readonly isPublic: boolean;
}

export async function runShop(
  { spec, schema }: Shop,
  document: DocumentNode,
  caller: Caller | null,
  options: ExecuteOptions = {},
): Promise<Actual> {
  const calls = new Set<string>();
  let isPublic = false;
  const execute = createExecute({
    authorization: createAuthorization(),
    onExecute: (report) => {
      isPublic = report.isPublic;
    },
    ...options,
  });
  const loadLevel = (asked: unknown, keys: readonly string[]) => {
    for (const key of keys) calls.add(key);
    const field = asked === rows.b0 ? 'b0' : 'b1';
    const values = keys.map((key) => valueAt(spec, key, spec.typeOf[field] ?? ''));
    return keys.length % 2 === 0 ? values : Promise.resolve(values);
  };
  const loaders = { loadLevel, load: async (asked: unknown, key: string) => (await loadLevel(asked, [key]))[0] };
  const result = await execute({ schema, document, contextValue: { principal: caller, loaders, calls } });
  return { ...toPlain(result), calls, isPublic };
}

function toPlain({ data, errors = [] }: ExecutionResult): Pick<Actual, 'data' | 'errors'> {
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    errors: errors.map((error) => `${error.path?.join('.') ?? ''} ${codeOf(error)}`),
  };
}

function codeOf({ originalError, extensions, message }: GraphQLError): string {
  if (originalError instanceof FacetError) return originalError.code;
  if (message.startsWith('Cannot return null for non-nullable field')) return 'NULL';
  return typeof extensions.code === 'string' ? extensions.code : message;
}
