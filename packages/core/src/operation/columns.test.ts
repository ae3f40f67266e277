import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { operation } from '../client/operation.ts';
import { call, column, from, itself, load } from '../loaders/fields.ts';
import { row } from '../loaders/row.ts';
import { buildSchema } from './build-schema.ts';
import { compileOperation } from './compile.ts';
import { selectOperation } from './select-operation.ts';

interface Book {
  readonly id: string;
  readonly title: string;
  readonly amount: number;
  readonly currency: string;
  readonly authorId: string;
}
interface Page {
  readonly items: Book[];
  readonly next: string | null;
  readonly total: number;
}
interface Group extends Page {
  readonly parentId: string;
}
interface Spec<Body> {
  readonly parameters: { readonly query?: { ids?: string[]; shelfIds?: string[]; fields?: string[] } };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': Body } } };
}

const list = { in: 'query', style: 'form', explode: false, list: {} } as const;
const get = <Body>(operationId: string, fieldsAt: readonly string[]) =>
  operation<Spec<Body>>({
    service: 'library',
    operationId,
    method: 'GET',
    path: `/${operationId}`,
    parameters: { ids: list, shelfIds: list, fields: list },
    fields: 'fields',
    fieldsAt,
  });
const listBooks = get<Page & { groups: Group[] }>('listBooks', ['/items', '/groups/items']);
const listAuthors = get<{ data: { id: string; name: string }[] }>('listAuthors', ['/data']);
const getShop = get<{ id: string; name: string; street: string }>('getShop', ['']);

const bookById = row(listBooks, { keys: 'ids', matchBy: 'id', audience: 'public' });
const booksByShelfId = row(listBooks, { keys: 'shelfIds', groupBy: 'parentId', audience: 'public' });
const allBooks = row(listBooks, { audience: 'public' });
const authorById = row(listAuthors, { keys: 'ids', items: '/data', matchBy: 'id', audience: 'public' });
const authorPage = row(listAuthors, { audience: 'public' });
const shop = row(getShop, { audience: 'public' });

const typeDefs = `
  type Query { book(id: ID!): Book  books: Page  shelf: Group  shop: Shop  authors: Authors  thing: Thing }
  interface Thing { id: ID }
  type Book implements Thing {
    id: ID  title: String  price: String  shout: String  author: Author  writer: Author  first: Author  self: Book
  }
  type Page { items: [Book!]!  total: Int  edges: [Edge!]!  info: Info  titles: [String!]!  raw: [String!]!  byHand: Int }
  type Group { edges: [Edge!]! }
  type Edge { cursor: ID!  node: Book! }
  type Info { next: ID  end: ID  total: Int }
  type Author { id: ID  name: String }
  type Authors { list: [Author!]! }
  type Shop { name: String  street: String  open: Boolean }
`;
const titlesOf = ({ items }: { readonly items: readonly Pick<Book, 'title'>[] }) => items.map(({ title }) => title);
const resolvers = {
  Query: {
    book: load(bookById, (_query: unknown, { id }: { id: string }) => id),
    books: call(allBooks),
    shelf: load(booksByShelfId, () => 'a'),
    shop: call(shop),
    authors: call(authorPage),
    thing: load(bookById, () => 'a'),
  },
  Thing: { __resolveType: () => 'Book' },
  Book: {
    price: from(['amount', 'currency'], ({ amount, currency }: Pick<Book, 'amount' | 'currency'>) => amount + currency),
    shout: (book: Book) => book.title.toUpperCase(),
    author: load<Book, object, string, unknown, object>(authorById, 'authorId'),
    writer: load(authorById, (book: Book) => book.authorId),
    first: load<Book, object, string, unknown, object>(
      authorById,
      from(['authorId', 'id'], (book: Pick<Book, 'authorId' | 'id'>) => book.authorId),
    ),
    self: itself<Book>(),
  },
  Page: {
    edges: column<Page, 'items'>('items'),
    info: itself<Page>(),
    titles: from<Page, 'items', object, string[], never, 'title'>(['items'], titlesOf, { itemColumns: ['title'] }),
    raw: from<Page, 'items', object, string[]>(['items'], titlesOf),
    byHand: ({ items }: Page) => items.length,
  },
  Group: { edges: column<Page, 'items'>('items') },
  Edge: { cursor: column<Book, 'id'>('id'), node: itself<Book>() },
  Info: {
    end: from<Page, 'items', object, string, never, 'id'>(['items'], ({ items }) => items.at(-1)?.id ?? '', {
      itemColumns: ['id'],
    }),
  },
  Authors: { list: column<{ data: object[] }, 'data'>('data') },
  Shop: { open: from([], () => true) },
};
const schema = buildSchema(typeDefs, resolvers);
const names = new Map<unknown, string>([
  [bookById, 'book'],
  [booksByShelfId, 'shelf'],
  [allBooks, 'books'],
  [authorById, 'author'],
  [authorPage, 'authors'],
  [shop, 'shop'],
]);

/** Columns by row; a row whose columns are all read is not there. */
function columnsIn(text: string, conditions: Record<string, boolean> = {}): Record<string, string> {
  const selected = selectOperation(parse(text), undefined);
  const rootType = schema.getQueryType();
  if (selected === undefined || !rootType) throw new Error('no operation');
  const plan = compileOperation({ schema, selected, rootType, conditions, maxFieldCount: 100 });
  return Object.fromEntries([...(plan?.columns ?? [])].map(([each, columns]) => [names.get(each), columns.join(' ')]));
}

describe('columns of a value', () => {
  it.each([
    ['are the names of fields without a binding', '{ id title }', 'id title'],
    ['are those of fields, not of aliases', '{ name: title }', 'title'],
    ['are none for the name of its type', '{ __typename }', ''],
    ['are those of a view', '{ price }', 'amount currency'],
    ['are those of the same object shown again', '{ id self { title self { price } } }', 'amount currency id title'],
    ['are the one that a key is named by', '{ author { name } }', 'authorId'],
    ['are those that a key is made of', '{ first { name } }', 'authorId id'],
    ['are those of fragments', '{ ...A ... on Thing { id } } fragment A on Book { title }', 'id title'],
  ])('%s', (_fact, selection, columns) => {
    const [own = '', ...fragments] = selection.split(' fragment ');
    const text = [`{ book(id: "a") ${own} }`, ...fragments].join(' fragment ');
    expect(columnsIn(text).book).toBe(columns);
  });

  it.each([
    ['a resolver written by hand', '{ id shout }'],
    ['a resolver written by hand on the same object shown again', '{ self { shout } }'],
    ['a function that finds a key', '{ id writer { name } }'],
  ])('are all of them for %s', (_reader, selection) => {
    expect(columnsIn(`{ book(id: "a") ${selection} }`).book).toBeUndefined();
  });

  it('are all of them for an abstract type', () => {
    expect(columnsIn('{ thing { id } }')).toEqual({});
  });

  it('are the union over all readers of the row', () => {
    expect(columnsIn('{ a: book(id: "a") { title } b: book(id: "b") { price } }').book).toBe('amount currency title');
    expect(columnsIn('{ a: book(id: "a") { title } b: book(id: "b") { shout } }').book).toBeUndefined();
    expect(columnsIn('{ book(id: "a") { title } thing { id } }').book).toBeUndefined();
  });

  it('are those of the fields that the conditions leave', () => {
    const text = 'query ($with: Boolean!) { book(id: "a") { id title @include(if: $with) shout @skip(if: true) } }';
    expect(columnsIn(text, { with: true }).book).toBe('id title');
    expect(columnsIn(text, { with: false }).book).toBe('id');
  });

  it('are those of an answer that is the value itself', () => {
    expect(columnsIn('{ shop { name open } }').shop).toBe('name');
  });
});

describe('columns of the items of a page', () => {
  it.each([
    ['are those read through a list of them', '{ total items { title } }', 'title'],
    ['are those read through edges', '{ edges { cursor node { price } } }', 'amount currency id'],
    ['are none where only the page is read', '{ total info { next total } }', ''],
    ['are those that a view says it reads of them', '{ titles info { end } }', 'id title'],
  ])('%s', (_fact, selection, columns) => {
    expect(columnsIn(`{ books ${selection} }`).books).toBe(columns);
  });

  it.each([
    ['a view that does not say', '{ raw }'],
    ['a resolver written by hand', '{ total byHand }'],
    ['a resolver written by hand of an item', '{ edges { node { shout } } }'],
  ])('are all of them for %s', (_reader, selection) => {
    expect(columnsIn(`{ books ${selection} }`).books).toBeUndefined();
  });

  it('are those of each group, and those of what its items lead to', () => {
    expect(columnsIn('{ shelf { edges { node { title author { name } } } } }')).toEqual({
      shelf: 'authorId title',
      author: 'name',
    });
  });

  it('are those of items of another name', () => {
    expect(columnsIn('{ authors { list { name } } }').authors).toBe('name');
  });
});
