/** A BFF over two REST services whose answers say how long they hold, and can be asked about by their validator. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { type BffSettings, call, change, command, createBff, from, load, type ResolverContext, row } from '@facet/core';
import { operation } from '@facet/core/data';
import { Agent, request } from 'undici';
import { type RecordedCall, type RecordingService, startRecordingService } from './recording-service.ts';

interface Book {
  readonly id: string;
  readonly title: string;
  readonly authorId: string;
}
interface Author {
  readonly id: string;
  readonly name: string;
}
interface Spec<Item> {
  readonly parameters: { readonly query?: { readonly ids?: string[] } };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': { items: Item[] } } } };
}
interface RenameSpec {
  readonly parameters: { readonly path: { readonly id: string } };
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly title: string } } };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': Book } } };
}

const ids = { in: 'query', style: 'form', explode: false, list: { maxItems: 50 } } as const;
const listBooks = operation<Spec<Book>>({
  service: 'books',
  operationId: 'listBooks',
  method: 'GET',
  path: '/books',
  parameters: { ids },
});
const listAuthors = operation<Spec<Author>>({
  service: 'authors',
  operationId: 'listAuthors',
  method: 'GET',
  path: '/authors',
  parameters: { ids },
});
const renameBook = operation<RenameSpec>({
  service: 'books',
  operationId: 'renameBook',
  method: 'PUT',
  path: '/books/{id}',
  parameters: { id: { in: 'path', style: 'simple', explode: false, required: true } },
});
const bookById = row(listBooks, { keys: 'ids', matchBy: 'id', audience: 'public' });
const allBooks = row(listBooks, { audience: 'public' });
const authorById = row(listAuthors, { keys: 'ids', matchBy: 'id', audience: 'public' });
const ownBookById = row(listBooks, { keys: 'ids', matchBy: 'id', audience: 'principal' });
const rename = command(renameBook, { changes: [{ row: bookById, keysOf: ({ id }) => [id] }] });

const typeDefs = `
  type Query {
    book(id: ID!): Book
    books: Books
    mine: Book
    "Bound to a public row, but its key is the caller's."
    callers: Book
    "Bound to a public row, but its key is the caller's app."
    apps: Book
    "No hint."
    slow: Slow
  }
  type Mutation { rename(id: ID!, title: String!): Boolean }
  type Books @cacheControl(maxAge: 60) { items: [Book!]! }
  type Book @cacheControl(maxAge: 60) { id: ID!, title: String!, author: Author, greeting: String }
  type Author @cacheControl(maxAge: 30) { id: ID!, name: String! }
  type Slow { id: ID!, title: String! }
`;

export interface Shelf {
  readonly books: RecordingService;
  readonly authors: RecordingService;
  readonly titles: Map<string, string>;
  /** `Cache-Control` of each service from now on; nothing for `undefined`. */
  readonly says: { books: string | undefined; authors: string | undefined };
  /** Whether each service gives validators. */
  readonly hasValidators: { books: boolean; authors: boolean };
  /** The authors service answers 503. */
  isBroken: boolean;
  /** Keeps all answers back until it is released. */
  hold(): () => void;
  /** Calls to both services as `GET /books?ids=a`, with `(if-none-match)`, and forgets them. */
  takeCalls(): string[];
  close(): Promise<void>;
}

export async function startShelf(): Promise<Shelf> {
  const titles = new Map([
    ['a', 'Emma'],
    ['b', 'Kim'],
  ]);
  const says: Shelf['says'] = { books: 'public, max-age=60', authors: 'public, max-age=60' };
  const hasValidators = { books: true, authors: true };
  let gate = Promise.resolve();
  const toBook = (id: string) => ({ id, title: titles.get(id), authorId: 'x' });

  const books = await startRecordingService((recorded) => {
    const { method, path, query, headers } = recorded;
    if (method === 'PUT') titles.set(path.slice('/books/'.length), 'Persuasion');
    if (method === 'PUT') return { json: toBook(path.slice('/books/'.length)) };
    const items = (query.ids ?? 'a,b').split(',').map((id) => ({ ...toBook(id.startsWith('acc-') ? 'a' : id), id }));
    return answer({ items }, says.books, hasValidators.books, { asked: headers, gate });
  });
  const authors = await startRecordingService(({ query, headers }) => {
    if (shelf.isBroken) return { status: 503, json: { title: 'away' } };
    const items = (query.ids ?? '').split(',').map((id) => ({ id, name: `Author ${id}` }));
    return answer({ items }, says.authors, hasValidators.authors, { asked: headers, gate });
  });
  const shelf: Shelf = {
    books,
    authors,
    titles,
    says,
    hasValidators,
    isBroken: false,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    takeCalls: () => [...books.calls.splice(0), ...authors.calls.splice(0)].map(toText),
    close: async () => {
      await books.close();
      await authors.close();
    },
  };
  return shelf;
}

function answer(
  json: unknown,
  cacheControl: string | undefined,
  hasValidator: boolean,
  { asked, gate }: { asked: IncomingHttpHeaders; gate: Promise<void> },
) {
  const body = JSON.stringify(json);
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  const headers = {
    'content-type': 'application/json',
    ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
    ...(hasValidator ? { etag } : {}),
  };
  const isSame = hasValidator && asked['if-none-match'] === etag;
  return {
    send: (response: ServerResponse) => {
      void gate.then(() => response.writeHead(isSame ? 304 : 200, headers).end(isSame ? undefined : body));
    },
  };
}

function toText({ method, path, query, headers }: RecordedCall): string {
  const search = new URLSearchParams(query).toString();
  const condition = headers['if-none-match'] === undefined ? '' : ' (if-none-match)';
  return `${method} ${path}${search && `?${decodeURIComponent(search)}`}${condition}`;
}

export interface ShelfBff {
  get(query: string, headers?: Readonly<Record<string, string>>): Promise<Received>;
  post(query: string, headers?: Readonly<Record<string, string>>): Promise<Received>;
  /** Greetings that a view wrote: one for each execution that asks for one. */
  executions(): number;
  close(): Promise<void>;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

export async function startShelfBff(
  shelf: Shelf,
  issuer: string,
  settings: Partial<BffSettings> = {},
): Promise<ShelfBff> {
  let executionCount = 0;
  const toGreeting = ({ title }: { title: string }, _args: unknown, { locale }: { locale: string }) => {
    executionCount += 1;
    return `${locale}: ${title}`;
  };
  const idOf = (_query: unknown, { id }: { id: string }) => id;
  const callersId = (_query: unknown, _args: unknown, { principal }: ResolverContext) => principal?.account ?? 'b';
  const appsId = (_query: unknown, _args: unknown, { client }: ResolverContext) => client.name ?? 'b';
  // The embedded provider knows no shelves.
  const known = { audience: 'urn:facet:catalog' };
  const bff = await createBff({
    name: 'shelf-bff',
    typeDefs,
    resolvers: {
      Query: {
        book: load(bookById, idOf),
        books: call(allBooks),
        mine: load(ownBookById, callersId),
        callers: load(bookById, callersId),
        apps: load(bookById, appsId),
        slow: load(bookById, () => 'a'),
      },
      Mutation: {
        rename: change(rename, ({ id, title }: { id: string; title: string }) => ({ id, body: { title } })),
      },
      Book: { author: load(authorById, 'authorId'), greeting: from(['title'], toGreeting, { reads: ['locale'] }) },
    },
    settings: {
      environment: 'test',
      port: 0,
      logLevel: 'silent',
      services: {
        books: { ...known, origin: shelf.books.origin },
        authors: { ...known, origin: shelf.authors.origin },
      },
      identity: { issuer, audience: 'urn:facet:api', clientId: 'web-bff', clientSecret: 'web-bff-secret' },
      requestTimeoutMs: 20_000,
      attemptTimeoutMs: 15_000,
      ...settings,
    },
  });
  const url = await bff.listen();
  const agent = new Agent({ connections: 100 });

  async function send(method: 'GET' | 'POST', query: string, headers: Readonly<Record<string, string>> = {}) {
    const isGet = method === 'GET';
    const response = await request(`${url}/graphql${isGet ? `?${new URLSearchParams({ query })}` : ''}`, {
      method,
      dispatcher: agent,
      headers: { 'apollo-require-preflight': 'true', 'content-type': 'application/json', ...headers },
      ...(isGet ? {} : { body: JSON.stringify({ query }) }),
    });
    const text = await response.body.text();
    return { status: response.statusCode, headers: response.headers as Received['headers'], text };
  }
  return {
    get: (query, headers) => send('GET', query, headers),
    post: (query, headers) => send('POST', query, headers),
    executions: () => executionCount,
    close: async () => {
      await agent.destroy();
      await bff.close();
    },
  };
}
