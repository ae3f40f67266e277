/** A shop that demands something of its callers, and a record of what was asked for them. */
import { type ExecutionResult, type GraphQLError, parse } from 'graphql';
import { operation } from '../client/operation.ts';
import type { Principal } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { column, from, itself, load } from '../loaders/fields.ts';
import { row } from '../loaders/row.ts';
import type { Authorization } from './authorize.ts';
import { buildSchema } from './build-schema.ts';
import { createExecute, type ExecuteOptions } from './execute.ts';
import { ownColumn } from './own-column.ts';

interface Order {
  readonly id: string;
  readonly accountId: string;
  readonly total: number;
}
interface Page {
  readonly parentId: string;
  readonly items: Order[];
}
interface Spec {
  readonly parameters: { readonly query?: { ids?: string[]; shopIds?: string[]; fields?: string[] } };
  readonly responses: {
    readonly 200: { readonly content: { readonly 'application/json': { items: Order[]; groups: Page[] } } };
  };
}

const list = { in: 'query', style: 'form', explode: false, list: {} } as const;
const listOrders = operation<Spec>({
  service: 'orders',
  operationId: 'listOrders',
  method: 'GET',
  path: '/orders',
  parameters: { ids: list, shopIds: list, fields: list },
  fields: 'fields',
  fieldsAt: ['/items', '/groups/items'],
});
const orderById = row(listOrders, { keys: 'ids', matchBy: 'id', audience: 'public' });
const pageByShopId = row(listOrders, { keys: 'shopIds', groupBy: 'parentId', audience: 'public' });

const typeDefs = `
  type Query {
    open: String
    order(id: ID!): Order  page: Page
    secret: String @auth  mustSecret: String! @auth(scopes: ["read"])  both: String @auth(scopes: ["read", "write"])
    staff: Staff  staffs: [Staff]  desk: Desk  tool(id: ID!): Tool  tools: [Tool]  mustTools: [Tool!]  node(id: ID!): Node
    box: Box  strict: Strict!  wallet: Wallet  wallets: [Wallet]  mustWallets: [Wallet!]  later: Order  things: [Thing]
    again: Query  shelf: Shelf  purses: [Purse]  sum: Sum  sums: [Sum]
  }
  type Mutation @auth(scopes: ["write"])
  extend type Mutation { pay: Receipt  shout: String }
  type Receipt { order: Order!  message: String }
  type Order @owner { id: ID  total: Int  again: Order }
  type Page { edges: [Edge!]!  orders: [Order]! }
  type Edge @owner { cursor: ID!  node: Order! }
  type Sum @owner(column: "items.accountId") { total: Int }
  type Wallet @owner(column: "id", secret: true) { coins: Int }
  type Staff @auth(scopes: ["staff"]) { name: String }
  interface Desk @auth { name: String }
  type PlainDesk implements Desk { name: String }
  interface Node { id: ID @auth(scopes: ["ids"])  note: String }
  type Leaf implements Node { id: ID  note: String }
  interface Tool { name: String }
  type Hammer implements Tool { name: String }
  type Saw implements Tool @auth(scopes: ["sharp"]) { name: String  twin: Tool }
  type Box { name: String  inner: Box @auth  must: String! @auth }
  type Shelf { id: ID  note: String @auth }
  type Purse @owner { coins: Int }
  type Strict { box: Box }
  union Thing = Box | Wallet | Saw
`;

export const orders: readonly Order[] = [
  { id: 'o1', accountId: 'ann', total: 1 },
  { id: 'o2', accountId: 'ben', total: 2 },
];
const tools = [{ __typename: 'Hammer', name: 'h' }, Promise.resolve({ __typename: 'Saw', name: 's' })];
const wallets = [{ id: 'ann', coins: 1 }, { id: 'ben', coins: 2 }, null, Promise.resolve({ id: 'ben', coins: 3 })];
const toSum = (page: { readonly items: readonly Pick<Order, 'total'>[] }) =>
  page.items.reduce((sum, { total }) => sum + total, 0);
const resolveType = ({ __typename }: { __typename: string }) => __typename;

function toResolvers(asked: string[]) {
  const ask =
    (name: string, value: unknown) =>
    (..._args: unknown[]) => {
      asked.push(name);
      return value;
    };
  return {
    Query: {
      open: ask('open', 'o'),
      order: load(orderById, (_: unknown, { id }: { id: string }) => id),
      page: load(pageByShopId, () => 's1'),
      secret: ask('secret', 's'),
      mustSecret: ask('mustSecret', 'm'),
      both: ask('both', 'b'),
      staff: ask('staff', { name: 'x' }),
      staffs: ask('staffs', [{ name: 'x' }, null]),
      desk: ask('desk', { __typename: 'PlainDesk', name: 'd' }),
      tool: (_: unknown, { id }: { id: string }) => ask('tool', tools[Number(id)])(),
      tools: ask('tools', tools),
      mustTools: ask('mustTools', tools),
      node: ask('node', { __typename: 'Leaf', id: 'l', note: 'n' }),
      box: ask('box', { name: 'b' }),
      strict: ask('strict', {}),
      wallet: ask('wallet', wallets[1]),
      wallets: ask('wallets', wallets),
      mustWallets: ask('mustWallets', wallets.slice(0, 2)),
      later: ask('later', Promise.resolve(orders[1])),
      things: ask('things', [
        { __typename: 'Wallet', ...wallets[1] },
        { __typename: 'Saw', name: 's' },
        { __typename: 'Box' },
      ]),
      again: ask('again', {}),
      shelf: load(orderById, () => 'o1'),
      purses: ask('purses', orders),
      sum: load(pageByShopId, () => 's1'),
      sums: ask('sums', [{ items: orders.slice(0, 1) }, { items: [] }, { items: orders }, {}]),
    },
    Mutation: { pay: ask('pay', { order: orders[1], message: 'm' }), shout: ask('shout', 's') },
    Order: { total: column<Order, 'total'>('total'), again: load(orderById, 'id') },
    Sum: { total: from(['items'], toSum, { itemColumns: ['total'] }) },
    Page: { edges: column<Page, 'items'>('items'), orders: column<Page, 'items'>('items') },
    Edge: { cursor: column<Order, 'id'>('id'), node: itself<Order>() },
    Saw: { twin: ask('twin', null) },
    Purse: { __isTypeOf: ({ id }: Order) => (id === 'o1' ? true : Promise.resolve(true)) },
    Box: { inner: ask('inner', { name: 'i' }), must: ask('must', 'm') },
    Strict: { box: ask('strictBox', { name: 'b' }) },
    Desk: { __resolveType: resolveType },
    Node: { __resolveType: resolveType },
    Tool: { __resolveType: resolveType },
    Thing: { __resolveType: resolveType },
  };
}

/** A caller has the scopes that their name is followed by. */
export function caller(account: string, ...scopes: string[]): Principal {
  return { subject: account, account, clientId: 'app', scopes, token: '' };
}

const authorization: Authorization = {
  refusalOfCaller: ({ scopes }, { principal }) => {
    if (principal === null) return new FacetError('UNAUTHENTICATED');
    return scopes.every((scope) => principal.scopes.includes(scope)) ? undefined : new FacetError('FORBIDDEN');
  },
  refusalOfOwner: (_demand, owner, { principal }) => {
    return owner === principal?.account
      ? undefined
      : new FacetError(principal === null ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  },
};

export interface Told {
  readonly data: unknown;
  /** `path code` of each error, sorted. */
  readonly errors: readonly string[];
  /** Resolvers that were called, and levels that were loaded with the columns that they read. */
  readonly asked: readonly string[];
  readonly isPublic: boolean;
}

/** Executes in a world of its own. */
export async function ask(query: string, who: Principal | null, options: ExecuteOptions = {}): Promise<Told> {
  const asked: string[] = [];
  let isPublic = false;
  const onExecute: ExecuteOptions['onExecute'] = (report) => (isPublic = report.isPublic);
  const execute = createExecute({ authorization, onExecute, ...options });
  const loaders = {
    loadLevel: (loaded: unknown, keys: readonly string[], _params: object, columns: unknown) => {
      asked.push(`${keys} with ${columns}`);
      if (loaded === pageByShopId) return Promise.resolve(keys.map(() => ({ items: orders })));
      return Promise.resolve(keys.map((key) => orders.find(({ id }) => id === key) ?? null));
    },
  };
  const result = await execute({
    schema: buildSchema(typeDefs, toResolvers(asked)),
    document: parse(query),
    contextValue: { principal: who, loaders },
    fieldResolver: ownColumn,
  });
  return { ...toPlain(result), asked, isPublic };
}

function toPlain({ data, errors = [] }: ExecutionResult) {
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    errors: errors.map((error) => [error.path?.join('.'), codeOf(error)].filter(Boolean).join(' ')).sort(),
  };
}

function codeOf(error: GraphQLError): string {
  const { originalError, extensions } = error;
  if (originalError instanceof FacetError) return originalError.code;
  return typeof extensions.code === 'string' ? extensions.code : error.message;
}
