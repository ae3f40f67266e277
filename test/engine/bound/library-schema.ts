/** A schema whose fields are bound to rows of the library, with views and one resolver written by hand. */
import { call, column, type Field, from, itself, load, row } from '@facet/core';
import { operation } from '@facet/core/data';
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';

interface Book {
  readonly id: string;
  readonly title: string;
  readonly priceAmount: number;
  readonly currency: string;
  readonly authorId: string | null;
  readonly editorId: string | null;
  readonly sequelId: string | null;
}
interface Author {
  readonly id: string;
  readonly name: string;
  readonly born: number;
  readonly favouriteId: string | null;
}
interface Note {
  readonly text: string;
  readonly bookId: string;
  readonly authorId: string | null;
}
interface Group {
  readonly parentId: string;
  readonly items: Note[];
  readonly total: number;
}
interface Spec<Query, Body> {
  readonly parameters: { readonly query?: Query };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': Body } } };
}
type ById<Item> = Spec<{ ids?: string[]; fields?: string[] }, { items: Item[] }>;

const list = (maxItems: number) => ({ in: 'query', style: 'form', explode: false, list: { maxItems } }) as const;
const limit = { in: 'query', style: 'form', explode: true } as const;
const get = { service: 'library', method: 'GET' } as const;

const byId = { ids: list(100), fields: list(20) };
const listBooks = operation<ById<Book>>({
  ...get,
  operationId: 'listBooks',
  path: '/books',
  parameters: byId,
  fields: 'fields',
});
const listAuthors = operation<ById<Author>>({
  ...get,
  operationId: 'listAuthors',
  path: '/authors',
  parameters: byId,
  fields: 'fields',
});
const listNotes = operation<Spec<{ ids?: string[]; limit?: number; fields?: string[] }, { groups: Group[] }>>({
  ...get,
  operationId: 'listNotes',
  path: '/notes',
  parameters: { ...byId, limit },
  fields: 'fields',
});
const getShelf = operation<Spec<{ limit?: number; fields?: string[] }, { items: Book[]; total: number }>>({
  ...get,
  operationId: 'getShelf',
  path: '/shelf',
  parameters: { limit, fields: list(20) },
  fields: 'fields',
});
interface TagsSpec {
  readonly parameters: { readonly path: { readonly id: string } };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': { tags: string[] } } } };
}
const getTags = operation<TagsSpec>({
  ...get,
  operationId: 'getTags',
  path: '/tags/{id}',
  parameters: { id: { in: 'path', style: 'simple', explode: false, required: true } },
});

const bookById = row(listBooks, { keys: 'ids', matchBy: 'id', audience: 'public' });
const authorById = row(listAuthors, { keys: 'ids', matchBy: 'id', audience: 'public' });
const notesByBookId = row(listNotes, { keys: 'ids', groupBy: 'parentId', audience: 'public' });
const tagsByBookId = row(getTags, { keys: 'id', items: '/tags', audience: 'public' });
const shelf = row(getShelf, { audience: 'public' });

// biome-ignore lint/suspicious/noExplicitAny: bindings of many parents in one place
type AnyField = Field<any, any, any>;
const bound = (type: GraphQLOutputType, field: AnyField, args = {}) => ({ type, args, ...field }) as never;
const many = (type: GraphQLOutputType) => new GraphQLList(type);
const toPrice = ({ priceAmount, currency }: Pick<Book, 'priceAmount' | 'currency'>) =>
  `${priceAmount.toFixed(2)} ${currency}`;
const first = { first: { type: GraphQLInt, defaultValue: 2 } };
const limited = ({ first: count }: { first: number }) => ({ limit: count });

const note: GraphQLObjectType = new GraphQLObjectType({
  name: 'Note',
  fields: () => ({
    text: { type: GraphQLString },
    author: bound(author, load(authorById, 'authorId' as never)),
    book: bound(
      book,
      load(bookById, (parent: Note) => parent.bookId),
    ),
  }),
});
const notes = new GraphQLObjectType({
  name: 'Notes',
  fields: () => ({
    total: { type: GraphQLInt },
    all: bound(many(note), column<Group, 'items'>('items')),
    page: bound(notes, itself<Group>()),
    texts: bound(
      many(GraphQLString),
      from<Group, 'items', object, string[]>(['items'], ({ items }) => items.map(({ text }) => text)),
    ),
    firstText: bound(
      GraphQLString,
      from<Group, 'items', object, string | undefined, never, 'text'>(['items'], ({ items }) => items[0]?.text, {
        itemColumns: ['text'],
      }),
    ),
  }),
}) as GraphQLObjectType;
const author: GraphQLObjectType = new GraphQLObjectType({
  name: 'Author',
  fields: () => ({
    name: { type: GraphQLString },
    age: bound(
      GraphQLFloat,
      from<Author, 'born', object, number>(['born'], ({ born }) => 2026 - born),
    ),
    favourite: bound(book, load(bookById, 'favouriteId' as never)),
  }),
});
const book: GraphQLObjectType = new GraphQLObjectType({
  name: 'Book',
  fields: () => ({
    id: { type: GraphQLString },
    title: { type: GraphQLString },
    // A view that falls over where there is no price.
    price: bound(
      GraphQLString,
      from<Book, 'priceAmount' | 'currency', object, string>(['priceAmount', 'currency'], toPrice),
    ),
    author: bound(author, load(authorById, 'authorId' as never)),
    editor: bound(
      author,
      load(authorById, (parent: Book) => parent.editorId),
    ),
    reader: bound(
      author,
      load(
        authorById,
        from(
          ['authorId', 'editorId'],
          (parent: Pick<Book, 'authorId' | 'editorId'>) => parent.editorId ?? parent.authorId,
        ) as never,
      ),
    ),
    self: bound(book, itself<Book>()),
    sequel: bound(book, load(bookById, 'sequelId' as never)),
    notes: bound(notes, load(notesByBookId, 'id' as never, limited as never), first),
    tags: bound(many(GraphQLString), load(tagsByBookId, 'id' as never)),
    shout: { type: GraphQLString, resolve: (parent: Book) => parent.title.toUpperCase() },
  }),
});
const shelfType = new GraphQLObjectType({
  name: 'Shelf',
  fields: () => ({
    books: bound(many(book), column<{ items: Book[] }, 'items'>('items')),
    total: { type: GraphQLInt },
  }),
});
const query = new GraphQLObjectType({
  name: 'Query',
  fields: () => ({
    shelf: bound(shelfType, call(shelf, limited as never), first),
    window: bound(
      shelfType,
      call(shelf, () => ({ limit: 3 }), { inStep: true }),
    ),
    door: bound(
      shelfType,
      call(shelf, () => ({ limit: 4 }), { inStep: true }),
    ),
    attic: bound(
      shelfType,
      call(shelf, ({ isOpen }: { isOpen: boolean }) => (isOpen ? { limit: 2 } : null)),
      { isOpen: { type: GraphQLBoolean } },
    ),
    book: bound(
      book,
      load(bookById, (_query: unknown, args: { id: string }) => args.id),
      {
        id: { type: new GraphQLNonNull(GraphQLString) },
      },
    ),
  }),
});

export const librarySchema = new GraphQLSchema({ query });
