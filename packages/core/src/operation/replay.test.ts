import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ExecutionResult, parse } from 'graphql';
import type { Call } from '../client/call.ts';
import { operation } from '../client/operation.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { call, from, load } from '../loaders/fields.ts';
import { createLoaders, type ResolverContext } from '../loaders/loaders.ts';
import { row } from '../loaders/row.ts';
import { buildSchema } from './build-schema.ts';
import { createExecute } from './execute.ts';
import { ownColumn } from './own-column.ts';
import type { OperationPlan } from './plan.ts';
import { createReplays, type Replays, stringifyResult } from './replay.ts';

interface Book {
  readonly id: string;
  readonly authorId: string | null;
  readonly title: string;
}
interface Author {
  readonly id: string;
  readonly name: string;
}
interface Note {
  readonly bookId: string;
  readonly text: string;
}
type Of<Body, Query = object> = {
  parameters: { query?: Query };
  responses: { 200: { content: { 'application/json': Body } } };
};
const ids = { in: 'query', style: 'form', explode: false, list: { maxItems: 50 } } as const;
const limit = { in: 'query', style: 'form', explode: false } as const;
const of = <Spec>(operationId: string) =>
  operation<Spec>({ service: 's', operationId, method: 'GET', path: '/', parameters: { ids, limit } });

const books = row(of<Of<Book[], { limit?: number }>>('books'), { audience: 'public' });
const authorById = row(of<Of<{ items: Author[] }, { ids?: string[] }>>('authors'), {
  keys: 'ids',
  matchBy: 'id',
  audience: 'public',
});
const notesByBookId = row(of<Of<{ items: Note[] }, { ids?: string[] }>>('notes'), {
  keys: 'ids',
  items: '/items',
  groupBy: 'bookId',
  audience: 'public',
});

const schema = buildSchema(
  `
  type Query {
    books(limit: Int): [Book!]
    mine: [Book!]
  }
  type Book { id: ID! title: String! author: Author notes: [Note!] greeting: String! }
  type Author { id: ID! name: String! }
  type Note { text: String! }
  `,
  {
    Query: {
      books: call(books, ({ limit }: { limit?: number }) => ({ limit })),
      mine: call(books, (_args: object, { principal }) => ({ limit: principal?.subject.length })),
    },
    Book: {
      author: load<Book, unknown, string, Author, object>(authorById, 'authorId'),
      notes: load<Book, unknown, string, Note[], object>(notesByBookId, 'id' as never),
      greeting: from<Book, 'title', unknown, string, 'locale'>(
        ['title'],
        ({ title }, _args, { locale }) => {
          return `${locale} ${title}`;
        },
        { reads: ['locale'] },
      ),
    },
  } as never,
);

interface Shelf {
  books: readonly Book[];
  authors: readonly Author[];
  notes: readonly Note[];
}

/** A service whose answers are the same objects as long as they say the same, as a parse memo has it. */
function serving(shelf: Shelf, failing: ReadonlySet<string> = new Set()) {
  const calls: string[] = [];
  const parsed = new Map<string, unknown>();
  const call = (async ({ operationId }: { operationId: string }, input: { ids?: string[]; limit?: number }) => {
    calls.push([operationId, input.ids ?? input.limit].join(' ').trim());
    await Promise.resolve();
    if (failing.has(operationId)) throw new FacetError('UPSTREAM_UNAVAILABLE');
    const text = JSON.stringify(toBody(shelf, operationId, input.ids));
    const id = `${operationId} ${text}`;
    if (!parsed.has(id)) parsed.set(id, JSON.parse(text));
    return parsed.get(id);
  }) as unknown as Call;
  return { calls, call };
}

function toBody({ books, authors, notes }: Shelf, operationId: string, ids: readonly string[] = []): unknown {
  if (operationId === 'books') return books;
  if (operationId === 'authors') return { items: authors.filter(({ id }) => ids.includes(id)) };
  return { items: notes.filter(({ bookId }) => ids.includes(bookId)) };
}

function asking(call: Call, options: { replay?: boolean } = {}) {
  const execute = createExecute(options);
  const documents = new Map<string, ReturnType<typeof parse>>();
  return async (
    text: string,
    { variables, ...given }: { variables?: Record<string, unknown>; locale?: string; subject?: string } = {},
  ): Promise<ExecutionResult> => {
    const document = documents.get(text) ?? parse(text);
    documents.set(text, document);
    const principal = given.subject === undefined ? null : { subject: given.subject };
    const context = { locale: 'en', ...given, principal, signal: new AbortController().signal };
    const loaders = createLoaders(call, context as unknown as RequestContext);
    const contextValue = { ...context, loaders };
    return execute({ schema, document, contextValue, variableValues: variables, fieldResolver: ownColumn });
  };
}

const shelf: Shelf = {
  books: [
    { id: 'b1', authorId: 'a1', title: 'One' },
    { id: 'b2', authorId: 'a1', title: 'Two' },
    { id: 'b3', authorId: null, title: 'Three' },
  ],
  authors: [{ id: 'a1', name: 'Ann' }],
  notes: [{ bookId: 'b1', text: 'good' }],
};
const all = '{ books { id title author { name } notes { text } } }';
const calls = ['books', 'authors a1', 'notes b1,b2,b3'];

describe('replay', () => {
  it('makes every call and gives the answer it gave, where services answer the same', async () => {
    const service = serving(shelf);
    const ask = asking(service.call);
    const first = await ask(all);
    expect(first.errors).toBeUndefined();
    expect(service.calls.splice(0)).toEqual(calls);
    const second = await ask(all);
    expect(second.data).toBe(first.data);
    expect(service.calls).toEqual(calls);
    expect(stringifyResult(second)).toBe(JSON.stringify(second));
  });

  it.each<[string, Partial<Shelf>, string[]]>([
    ['at the root', { books: shelf.books.map((book) => ({ ...book, title: `${book.title}!` })) }, calls],
    ['below it', { authors: [{ id: 'a1', name: 'Bea' }] }, calls],
    ['in a list of flat items', { notes: [...shelf.notes, { bookId: 'b2', text: 'short' }] }, calls],
    [
      'in what is asked next',
      { books: [{ id: 'b9', authorId: 'a9', title: 'Nine' }] },
      ['books', 'authors a9', 'notes b9'],
    ],
  ])('sees what changed %s, and asks nothing twice', async (_where, change, expected) => {
    const changing = { ...shelf };
    const service = serving(changing);
    const ask = asking(service.call);
    await ask(all);
    service.calls.length = 0;
    Object.assign(changing, change);
    const answer = await ask(all);
    expect(service.calls).toEqual(expected);
    expect(answer).toEqual(await asking(serving(changing).call, { replay: false })(all));
  });

  it('keeps variables apart, those that JSON cannot tell apart, too', async () => {
    const ask = asking(serving(shelf).call);
    const text = 'query ($limit: Int) { books(limit: $limit) { id } }';
    const zero = await ask(text, { variables: { limit: 0 } });
    expect((await ask(text, { variables: { limit: -0 } })).data).not.toBe(zero.data);
  });

  it('keeps no list that has grown', async () => {
    const now = { ...shelf, notes: [] as Note[] };
    const ask = asking(serving(now).call);
    const text = '{ books { id notes { text } } }';
    await ask(text);
    now.notes = [{ bookId: shelf.books[0]?.id ?? '', text: 'new' }];
    expect(JSON.stringify(await ask(text))).toContain('new');
  });

  it('answers where variables are nested beyond measure', async () => {
    const ask = asking(serving(shelf).call);
    let nested: unknown = [];
    for (let depth = 0; depth < 20_000; depth += 1) nested = [nested];
    expect((await ask('{ books { id } }', { variables: { nested } })).errors).toBeUndefined();
  });

  it('keeps locales apart', async () => {
    const ask = asking(serving(shelf).call);
    const greetings = async (locale: string) => JSON.stringify(await ask('{ books { greeting } }', { locale }));
    expect(await greetings('en')).toContain('en One');
    expect(await greetings('de')).toContain('de One');
    expect(await greetings('en')).toContain('en One');
  });

  it('remembers nothing where a binding looks at the caller', async () => {
    const service = serving(shelf);
    const ask = asking(service.call);
    const anns = await ask('{ mine { id } }', { subject: 'ann' });
    const berts = await ask('{ mine { id } }', { subject: 'bertram' });
    expect(service.calls).toEqual(['books 3', 'books 7']);
    expect(berts.data).not.toBe(anns.data);
  });

  it('remembers no answer with errors, and gives none in place of one', async () => {
    const failing = new Set<string>();
    const ask = asking(serving(shelf, failing).call);
    const whole = await ask(all);
    failing.add('authors');
    const partial = await ask(all);
    expect(partial.errors).toHaveLength(2);
    failing.clear();
    expect(await ask(all)).toEqual(whole);
  });

  it('answers as an engine without it, whatever changes', async () => {
    const id = fc.constantFrom('1', '2', '3');
    const state = fc.record({
      books: fc.uniqueArray(fc.record({ id, authorId: fc.option(id), title: fc.constantFrom('x', 'y') }), {
        selector: (book) => book.id,
      }),
      authors: fc.uniqueArray(fc.record({ id, name: fc.constantFrom('x', 'y') }), { selector: (author) => author.id }),
      notes: fc.array(fc.record({ bookId: id, text: fc.constantFrom('x', 'y') }), { maxLength: 4 }),
      failing: fc.subarray(['books', 'authors', 'notes']),
      isKept: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 2, maxLength: 8 }), async (states) => {
        const now: Shelf = { books: [], authors: [], notes: [] };
        const failing = new Set<string>();
        const { call } = serving(now, failing);
        const [ask, askPlainly] = [asking(call), asking(call, { replay: false })];
        for (const { isKept, failing: fails, ...next } of states) {
          if (!isKept) Object.assign(now, next);
          failing.clear();
          for (const name of fails) failing.add(name);
          expect(JSON.stringify(await ask(all))).toBe(JSON.stringify(await askPlainly(all)));
        }
      }),
    );
  });
});

describe('createReplays', () => {
  const plan = {} as OperationPlan;
  const context = { locale: 'en-GB' } as ResolverContext;

  /** Of an operation that asks nobody; counts how often it runs. */
  function replaying(replays: Replays) {
    let runCount = 0;
    const ask = (variables: Readonly<Record<string, unknown>>, data: Record<string, unknown> = {}) => {
      void replays.answer({ plan, variables, context }, () => {
        runCount += 1;
        return { data };
      });
      return runCount;
    };
    return ask;
  }

  it('forgets the answer that was longest unused where there is no room', () => {
    const ask = replaying(createReplays(10_000));
    for (const n of [1, 2, 3, 4]) expect(ask({ n })).toBe(n);
    expect(ask({ n: 1 })).toBe(4);
    expect(ask({ n: 5 })).toBe(5);
    expect(ask({ n: 1 })).toBe(5);
    expect(ask({ n: 2 })).toBe(6);
  });

  it('remembers neither long variables nor long answers', () => {
    const ask = replaying(createReplays());
    const text = 'x'.repeat(2_000);
    for (const count of [1, 2]) expect(ask({ text })).toBe(count);
    for (const count of [3, 4]) expect(ask({}, { text: 'x'.repeat(1_000_000) })).toBe(count);
  });
});
