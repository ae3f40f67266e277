import { describe, expect, it } from '@jest/globals';
import { buildSchema } from '../index.ts';
import { toActualCost } from './actual-cost.ts';
import { toPoints } from './cost.ts';
import { readCostWeights } from './cost-weights.ts';
import { toPlan } from './plan.fixture.ts';
import { toPlanCost } from './plan-cost.ts';

const sdl = `
  type Query {
    name: String
    book: Book
    books(first: Int = 20, last: Int): [Book!] @listSize(slicingArguments: ["first", "last"])
    byIds(ids: [ID!]!): [Book] @listSize(slicingArguments: ["ids"])
    found(input: Input): [Book] @listSize(slicingArguments: ["input.size"], assumedSize: 7, requireOneSlicingArgument: false)
    shelf(first: Int!): Shelf @listSize(slicingArguments: ["first"], sizedFields: ["books", "names"])
    top: [Book] @listSize(assumedSize: 3)
    thing: Thing
    matrix: [[Book]]
    dear(fast: Boolean @cost(weight: "5")): Book @cost(weight: "8")
    codes: [Code] @listSize(assumedSize: 4)
  }
  type Mutation { add: Book, drop: Boolean }
  input Input { size: Int, query: String }
  type Shelf { books: [Book], names: [String], count: Int, others: [Book] }
  type Book { title: String, author: Author, similar: [Book] @listSize(assumedSize: 2), notes: [Note!] }
  type Author @cost(weight: "2") { name: String, books(first: Int! = 5): [Book] @listSize(slicingArguments: ["first"]) }
  type Note @cost(weight: "0") { text: String }
  scalar Code @cost(weight: "0.5")
  union Thing = Book | Author
`;
const schema = buildSchema(sdl, { Thing: { __resolveType: () => 'Book' } });
const weights = readCostWeights(schema);

function costOf(text: string, given?: Record<string, unknown>): number {
  const { plan, variables } = toPlan(schema, text, given);
  const { total, slices } = toPlanCost(plan, weights);
  return toPoints(
    total,
    slices.map((slice) => slice.ask(variables).size ?? slice.assumedSize),
  );
}

describe('toPlanCost', () => {
  it.each([
    ['scalars', '{ name a: name }', 0],
    ['an object', '{ book { title } }', 1],
    ['an object in it, by its type', '{ book { author { name } } }', 3],
    ['a list that says nothing', '{ book { notes { text } } }', 1],
    ['a list of lists that says nothing', '{ matrix { title } }', 100],
    ['a list by its assumed size', '{ top { title similar { title } } }', 9],
    ['a list by a literal', '{ books(first: 4) { title } }', 4],
    ['a list by its default', '{ books { title } }', 20],
    ['a list by the largest of its arguments', '{ books(first: 4, last: 6) { title } }', 6],
    ['a list by the number of its keys', '{ byIds(ids: ["a", "b", "c"]) { title } }', 3],
    ['a list by a field of its input', '{ found(input: { size: 5 }) { title } }', 5],
    ['a list without such a field', '{ found(input: { query: "x" }) { title } }', 7],
    ['a list of fewer than none', '{ books(first: -3) { title } }', 0],
    ['pages in pages', '{ books(first: 3) { author { books(first: 4) { title } } } }', 3 * (1 + 2 + 4)],
    ['sized fields, and others beside them', '{ shelf(first: 6) { books { title } others { title } } }', 1 + 6 + 10],
    ['the same field twice', '{ book { title } book { author { name } } }', 3],
    ['another name for it', '{ a: book { title } b: book { title } }', 2],
    [
      'the dearest of the possible types',
      '{ thing { ... on Book { title } ... on Author { books(first: 3) { title } } } }',
      5,
    ],
    ['a field by its own weight', '{ dear { author { name } } }', 10],
    ['an argument that is given', '{ dear(fast: true) { title } }', 13],
    ['scalars that cost something', '{ codes }', 2],
    ['each change', 'mutation { add { title } drop }', 21],
    ['what is skipped', '{ book { author @skip(if: true) { name } } }', 1],
    [
      'a fragment wherever it is spread',
      '{ a: book { ...f } b: book { ...f } } fragment f on Book { author { name } }',
      6,
    ],
    ['what tells of the schema', '{ __schema { types { fields { type { name } } } } __typename }', 0],
  ])('counts %s', (_what, text, points) => {
    expect(costOf(text)).toBe(points);
  });

  it('reads sizes from variables, and their defaults', () => {
    const text =
      'query ($n: Int = 2, $input: Input, $ids: [ID!]! = []) { books(first: $n) { title } found(input: $input) { title } byIds(ids: $ids) { title } }';
    expect(costOf(text)).toBe(2 + 7);
    expect(costOf(text, { n: 9, input: { size: 4 }, ids: ['a'] })).toBe(9 + 4 + 1);
    expect(costOf('query ($n: Int) { books(first: $n) { title } }')).toBe(20);
    expect(
      costOf('query ($n: Int!, $m: Int!) { books(first: $n) { author { books(first: $m) { title } } } }', {
        n: 3,
        m: 4,
      }),
    ).toBe(21);
    expect(costOf('query ($n: Int) { found(input: { size: $n }) { title } }', { n: 12 })).toBe(12);
  });

  it('is no number beyond all numbers', () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'title' : `author { books(first: 2000000000) { ${nested(depth - 1)} } }`;
    expect(costOf(`{ book { ${nested(40)} } }`)).toBe(Number.POSITIVE_INFINITY);
    expect(costOf(`{ books(first: 0) { ${nested(40)} } }`)).toBe(0);
  });
});

describe('toActualCost', () => {
  const count = (text: string, data: unknown) => toActualCost(toPlan(schema, text).plan, weights)(data);

  it('counts what really came, in the same points', () => {
    const text = '{ books(first: 50) { author { name } notes { text } } codes dear(fast: true) { title } }';
    const books = [{ author: { name: 'A' }, notes: [{ text: '' }] }, { author: null, notes: null }, null];
    expect(count(text, { books, codes: ['x', 'y', null], dear: { title: '' } })).toBe(1 + 2 + 1 + 1 + 8 + 5);
  });

  it('tells possible types apart by their fields', () => {
    const text = '{ thing { ... on Book { title } ... on Author { name books { title } } } }';
    expect(count(text, { thing: { title: 'x' } })).toBe(1);
    expect(count(text, { thing: { name: 'x', books: [{ title: '' }] } })).toBe(3);
  });

  it('counts changes, and nothing without an answer', () => {
    expect(count('mutation { add { title } drop }', { add: { title: '' }, drop: null })).toBe(21);
    expect(count('{ book { title } }', null)).toBe(0);
  });
});
