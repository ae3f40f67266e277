/** The BFF of the coherence test, as a program: rows of all kinds over the services. Not to be imported, but to be run. */
import {
  accountOf,
  call,
  change,
  command,
  createBff,
  from,
  load,
  type Outcome,
  type ResolverContext,
  row,
  runBff,
  settingsFromEnvironment,
} from '@facet/core';
import { operation } from '@facet/core/data';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly makerId: string;
}
type Answers<Body> = { responses: { 200: { content: { 'application/json': Body } } } };
type ListSpec<One> = { parameters: { query?: { ids?: string[] } } } & Answers<{ items: One[] }>;
type ItemsSpec = {
  parameters: { query?: { ids?: string[]; fields?: string[]; locale?: string } };
} & Answers<{ items: Item[] }>;
type StockSpec = { parameters: { path: { id: string } } } & Answers<{ id: string; count: string }>;
interface Written {
  readonly table: string;
  readonly id: string;
}
type WriteSpec = { parameters: { path: { id: string }; query: { by: string } } } & Answers<Written>;

const text = { in: 'query', style: 'form', explode: false } as const;
const ids = { ...text, list: { maxItems: 50 } };
const id = { in: 'path', style: 'simple', explode: false, required: true } as const;

const listItems = operation<ItemsSpec>({
  service: 'items',
  operationId: 'listItems',
  method: 'GET',
  path: '/items',
  parameters: { ids, fields: { ...text, list: {} }, locale: text },
  fields: 'fields',
});
const listMakers = operation<ListSpec<{ id: string; name: string }>>({
  service: 'makers',
  operationId: 'listMakers',
  method: 'GET',
  path: '/makers',
  parameters: { ids },
});
const getStock = operation<StockSpec>({
  service: 'items',
  operationId: 'getStock',
  method: 'GET',
  path: '/stocks/{id}',
  parameters: { id },
});
const listNotes = operation<ListSpec<{ id: string; text: string }>>({
  service: 'notes',
  operationId: 'listNotes',
  method: 'GET',
  path: '/notes',
  parameters: { ids },
});
const put = (service: string, table: string) =>
  operation<WriteSpec>({
    service,
    operationId: `put-${table}`,
    method: 'PUT',
    path: `/${table}/{id}`,
    parameters: { id, by: text },
  });

const itemById = row(listItems, { keys: 'ids', matchBy: 'id', audience: 'public' });
const allItems = row(listItems, { audience: 'public' });
const makerById = row(listMakers, { keys: 'ids', matchBy: 'id', audience: 'public' });
const stockByItemId = row(getStock, { keys: 'id', audience: 'public' });
const noteByItemId = row(listNotes, { keys: 'ids', matchBy: 'id', audience: 'principal' });

const toKeys = (input: { id: string }) => [input.id];
const putItem = command(put('items', 'items'), {
  changes: [
    { row: itemById, keysOf: toKeys },
    { row: allItems, keysOf: () => undefined },
  ],
});
const putMaker = command(put('makers', 'makers'), { changes: [{ row: makerById, keysOf: toKeys }] });
const putStock = command(put('items', 'stocks'), { changes: [{ row: stockByItemId, keysOf: toKeys }] });
const putNote = command(put('notes', 'notes'), { changes: [{ row: noteByItemId, keysOf: toKeys }] });

const typeDefs = `
  type Query {
    item(id: ID!): Item
    all: Page
    "Everybody's item, chosen by who asks."
    favourite: Item
    note(id: ID!): Note
    me: Me
  }
  type Mutation {
    putItem(id: ID!, by: String!): Written
    putMaker(id: ID!, by: String!): Written
    putStock(id: ID!, by: String!): Written
    putNote(id: ID!, by: String!): Written
  }
  type Written { item: Item, maker: Maker, stock: Stock, note: Note }
  type Page @cacheControl(maxAge: 60) { items: [Item!]! }
  type Item @cacheControl(maxAge: 60) {
    id: ID!
    title: String!
    text: String!
    maker: Maker
    stock: Stock
    note: Note
  }
  type Maker @cacheControl(maxAge: 60) { id: ID!, name: String! }
  type Stock @cacheControl(maxAge: 60) { id: ID!, count: String! }
  type Note { id: ID!, text: String! }
  type Me { account: String! }
`;

interface WriteArgs {
  readonly id: string;
  readonly by: string;
}
const toLocale = (_args: unknown, { locale }: ResolverContext) => ({ locale });
const idOf = (_parent: unknown, args: { id: string }) => args.id;
const toInput = ({ id, by }: WriteArgs) => ({ id, by });
const writtenIn = (table: string) => (outcome: Outcome<Written>) =>
  outcome.kind === 'done' && outcome.value.table === table ? outcome.value.id : null;
const toTitle = ({ title }: Pick<Item, 'title'>, _args: unknown, { locale }: { locale: string }) =>
  `${locale}: ${title}`;

const resolvers = {
  Query: {
    item: load(itemById, idOf, toLocale),
    all: call(allItems, toLocale),
    favourite: load(
      itemById,
      (_query: unknown, _args: unknown, { principal }: ResolverContext) => principal?.account?.slice(-1) ?? 'f',
      toLocale,
    ),
    note: load(noteByItemId, idOf),
    me: (_query: unknown, _args: unknown, context: ResolverContext) => ({ account: accountOf(context) }),
  },
  Mutation: {
    putItem: change(putItem, toInput),
    putMaker: change(putMaker, toInput),
    putStock: change(putStock, toInput),
    putNote: change(putNote, toInput),
  },
  Written: {
    item: load(itemById, writtenIn('items'), toLocale),
    maker: load(makerById, writtenIn('makers')),
    stock: load(stockByItemId, writtenIn('stocks')),
    note: load(noteByItemId, writtenIn('notes')),
  },
  Item: {
    title: from(['title'], toTitle, { reads: ['locale'] }),
    maker: load(makerById, 'makerId'),
    stock: load(stockByItemId, 'id'),
    note: load(noteByItemId, 'id'),
  },
};

const nowhere = { origin: 'http://localhost' };
await runBff({
  name: 'coherence-bff',
  settings: () =>
    settingsFromEnvironment(process.env, {
      environment: 'test',
      port: 0,
      logLevel: 'silent',
      services: { items: nowhere, makers: nowhere, notes: nowhere },
      identity: { issuer: nowhere.origin, audience: 'urn:facet:api', clientId: 'web-bff', clientSecret: 'a secret' },
      requestTimeoutMs: 15_000,
      attemptTimeoutMs: 10_000,
    }),
  create: async (settings) => {
    const bff = await createBff({ name: 'coherence-bff', typeDefs, resolvers, settings });
    return {
      ...bff,
      listen: async () => {
        const url = await bff.listen();
        console.log(`listening at ${url}`);
        return url;
      },
    };
  },
});
