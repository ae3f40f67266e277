import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { toNearDocument } from './near-document.ts';

const schema = buildSchema(`
  scalar Odd
  type Query { me(id: ID!): Me, odd(of: Odd!): Me, last: Last }
  type Me { all: [Me], friends(first: Int! = 3, after: String!): [Me] }
  type Last { me: Me, lasts(of: Odd!, first: Int): [Last] }
`);
const firstOf = (type: string) => (field: { args: readonly { name: string }[]; type: unknown }) =>
  String(field.type) === type && field.args.some(({ name }) => name === 'first') ? { first: '7' } : undefined;

describe('toNearDocument', () => {
  it('asks for the nearest field of the kind, with what it needs', () => {
    const text = toNearDocument(schema, firstOf('[Me]')) ?? '';
    expect(text).toBe('{ me(id: "0") { friends(after: "0", first: 7) { __typename } } }');
    expect(validate(schema, parse(text))).toEqual([]);
  });

  it('makes nothing where nobody knows what it needs, and where there is none', () => {
    expect(toNearDocument(schema, firstOf('[Last]'))).toBeUndefined();
    expect(toNearDocument(schema, () => undefined)).toBeUndefined();
  });
});
