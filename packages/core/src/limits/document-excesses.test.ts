import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { findDocumentExcesses } from './document-excesses.ts';

const settings = { maxDepth: 10, maxTokens: 1_000, maxAliases: 15, maxRootFields: 10, maxDirectives: 30 };

function look(text: string, name?: string) {
  const document = parse(text);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error('There is no operation.');
  return findDocumentExcesses(document, operation, settings);
}

const many = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join(' ');
const deep = (levels: number) => `{ ${'a { '.repeat(levels)}b${' }'.repeat(levels)} }`;
const aliased = (count: number) => `{ a { ${many(count, (index) => `x${index}: b`)} } }`;
const rooted = (count: number) => `{ ${many(count, (index) => `f${index}`)} }`;
const directed = (count: number) => `{ a { ${many(count, (index) => `f${index} @skip(if: false)`)} } }`;

describe.each([
  ['MAX_DEPTH', 'maxDepth', 10, deep, 1],
  ['MAX_ALIASES', 'maxAliases', 15, aliased, 1],
  ['MAX_ROOT_FIELDS', 'maxRootFields', 10, rooted, 1],
  ['MAX_DIRECTIVES', 'maxDirectives', 30, directed, 1],
] as const)('%s', (code, setting, max, toText, line) => {
  it(`lets ${max} pass and finds ${max + 1}, with the place and both numbers`, () => {
    expect(look(toText(max))).toEqual([]);
    const [excess, ...others] = look(toText(max + 1));
    expect(others).toEqual([]);
    expect(excess).toMatchObject({ code, setting, found: max + 1, max });
    expect(excess?.message).toMatch(new RegExp(`${max + 1} .*${max} are allowed`));
    expect(excess?.nodes[0]?.loc?.startToken.line).toBe(line);
  });
});

describe('findDocumentExcesses', () => {
  it('points to the first that is one too many', () => {
    const [excess] = look(aliased(17));
    expect(excess?.nodes).toMatchObject([{ alias: { value: 'x15' } }]);
  });

  it('counts fragments where they are spread, as often as they are', () => {
    const spread = (count: number) =>
      `{ ${many(count, (index) => `f${index} { ...two }`)} } fragment two on T { x: b y: b }`;
    expect(look(spread(7))).toEqual([]);
    expect(look(spread(8))).toMatchObject([{ code: 'MAX_ALIASES', found: 16, nodes: [{ alias: { value: 'y' } }] }]);
  });

  it('counts root fields in fragments, and directives of all parts', () => {
    const roots = `query Q { ...six ... on Query { ...six } } fragment six on Query { ${many(6, (index) => `f${index}`)} }`;
    expect(look(roots)).toMatchObject([{ code: 'MAX_ROOT_FIELDS', found: 12 }]);
    const six = 'query Q($v: Int @d) @d { ... @d { ...f @d } } fragment f on Query @d { a @d }';
    const all = findDocumentExcesses(parse(six), getOperationAST(parse(six)) as never, {
      ...settings,
      maxDirectives: 5,
    });
    expect(all).toMatchObject([{ code: 'MAX_DIRECTIVES', found: 6 }]);
  });

  it('looks at the operation that is meant and at no other', () => {
    const text = `query Small { a } query Large ${rooted(11)}`;
    expect(look(text, 'Small')).toEqual([]);
    expect(look(text, 'Large')).toMatchObject([{ code: 'MAX_ROOT_FIELDS' }]);
  });

  it('does not count fields that tell of the schema as nesting', () => {
    expect(look(`{ __schema { ${'a { '.repeat(11)}b${' }'.repeat(11)} } }`)).toEqual([]);
  });

  it('finds everything at once', () => {
    const text = `{ ${many(16, (index) => `x${index}: f @skip(if: false) @include(if: true)`)} }`;
    const codes = look(text).map(({ code }) => code);
    expect(codes).toEqual(['MAX_ALIASES', 'MAX_ROOT_FIELDS', 'MAX_DIRECTIVES']);
  });

  it('measures tokens that the parser let through', () => {
    expect(look(`{ ${'a '.repeat(1_000)} }`)).toMatchObject([
      { code: 'MAX_TOKENS', found: 1_002, max: 1_000 },
      { code: 'MAX_ROOT_FIELDS' },
    ]);
  });

  it('takes names of object properties', () => {
    expect(look('query constructor { ...toString } fragment toString on Query { a }')).toEqual([]);
  });
});
