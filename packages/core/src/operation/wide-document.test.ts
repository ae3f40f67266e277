import { describe, expect, it } from '@jest/globals';
import { buildSchema, isListType, parse, validate } from 'graphql';
import { toWideDocument, type WideDocumentOptions } from './wide-document.ts';

const schema = buildSchema(`
  type Query { name: String, one: Item, many(first: Int): [Item], sort(by: Sort!): Item, odd(odd: Odd!): [Item] }
  type Item { name: String, one: Item, parts: [Item] }
  enum Sort { NEWEST }
  scalar Odd
`);
const widthOf: WideDocumentOptions['widthOf'] = ({ name, type }) => ({
  items: name === 'many' ? 50 : isListType(type) ? 10 : 1,
  given: name === 'many' ? { first: '50' } : {},
});

describe('toWideDocument', () => {
  it.each([
    [1, 1, '{ many(first: 50) { __typename } }'],
    [3, 1, '{ many(first: 50) { parts { parts { __typename } } } }'],
    [2, 2, '{ a0: many(first: 50) { parts { __typename } } a1: many(first: 50) { parts { __typename } } }'],
  ])('makes the widest valid path of %i levels, %i times', (levels, count, expected) => {
    const document = toWideDocument({ schema, levels, count, widthOf });
    expect(document).toBe(expected);
    expect(validate(schema, parse(expected))).toEqual([]);
  });

  it('knows when a schema leads nowhere', () => {
    const flat = buildSchema('type Query { name: String }');
    expect(toWideDocument({ schema: flat, levels: 3, count: 1, widthOf })).toBeUndefined();
  });
});
