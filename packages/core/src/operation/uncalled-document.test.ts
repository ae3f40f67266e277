import { describe, expect, it } from '@jest/globals';
import { execute as executeByGraphqlJs, parse, validate } from 'graphql';
import { buildSchema } from './build-schema.ts';
import { createExecute } from './execute.ts';
import { toUncalledDocument } from './uncalled-document.ts';

const called: string[] = [];
const call = (_source: unknown, _args: unknown, _context: unknown, { fieldName }: { fieldName: string }) =>
  void called.push(fieldName);
const schema = buildSchema(
  `
    scalar Odd
    input Card { number: String!, kinds: [Kind!]! } enum Kind { A B }
    type Query { one(id: ID!): Int!, all: [Int] }
    type Mutation {
      buy(note: String, count: Int! = 1, card: Card!, parts: [Float!]!): Bought
      pay(kind: Kind!): Boolean
      free(note: String): Boolean
      odd(odd: Odd!): Boolean
    }
    type Bought { id: ID }
  `,
  { Query: { one: call, all: call }, Mutation: { buy: call, pay: call, free: call, odd: call } },
);

describe('toUncalledDocument', () => {
  it.each([
    ['Query.one', 'query ($none: ID = "0") { one(id: $none) }'],
    [
      'Mutation.buy',
      'mutation ($none: Card = { number: "0", kinds: [] }) { buy(parts: [], card: $none) { __typename } }',
    ],
    ['Mutation.pay', 'mutation ($none: Kind = A) { pay(kind: $none) }'],
  ])('makes a valid operation of %s, for which no executor calls it', async (place, expected) => {
    const { text, variables } = toUncalledDocument(schema, place) ?? { text: '', variables: {} };
    expect(text).toBe(expected);
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    for (const execute of [executeByGraphqlJs, createExecute()]) {
      const { errors } = await execute({ schema, document, variableValues: variables });
      expect(errors?.map(({ message }) => message)).toEqual([expect.stringMatching(/must not be null/)]);
    }
    expect(called).toEqual([]);
  });

  it.each(['Mutation.free', 'Query.all', 'Mutation.odd', 'Mutation.none', 'Bought.id', 'toString', 'Query.toString'])(
    'makes none of %s, which needs nothing, or what nobody knows, or is none',
    (place) => {
      expect(toUncalledDocument(schema, place)).toBeUndefined();
    },
  );
});
