import { describe, expect, it } from '@jest/globals';
import { type ASTNode, buildSchema, parse, validate, visit } from 'graphql';
import { toDeepDocument } from './deep-document.ts';

const recursive = buildSchema(`
  type Query { name: String, flat: Flat, product(id: ID!, sort: Sort!, where: Where!, odd: [Odd!]!): Product }
  type Flat { name: String }
  type Product { similar(first: Int!): [Product!]!, maker: Maker }
  interface Maker { name: String }
  enum Sort { NEWEST OLDEST }
  input Where { text: String!, more: Where }
  scalar Odd
`);

/** Of fields below each other. */
function levelsOf(document: ASTNode): number {
  let level = 0;
  let deepest = 0;
  const enter = () => {
    level += 1;
    deepest = Math.max(deepest, level);
  };
  const leave = () => {
    level -= 1;
  };
  visit(document, { Field: { enter, leave } });
  return deepest;
}

describe('toDeepDocument', () => {
  it.each([1, 2, 10, 40])('makes a valid document that nests deeper than %i, and no deeper than needed', (depth) => {
    const document = parse(toDeepDocument(recursive, depth) ?? '');
    expect(validate(recursive, document)).toEqual([]);
    expect(levelsOf(document)).toBe(depth + 2);
  });

  it('knows when no operation can nest so deeply', () => {
    const flat = buildSchema('type Query { a: A } type A { b: B } type B { c: Int }');
    expect(toDeepDocument(flat, 3)).toBeUndefined();
    const unguessable = buildSchema('type Query { a(odd: Odd!): A } type A { a: A } scalar Odd');
    expect(toDeepDocument(unguessable, 3)).toBeUndefined();
  });
});
