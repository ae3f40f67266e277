import { describe, expect, it } from '@jest/globals';
import type { GraphQLObjectType } from 'graphql';
import { buildSchema } from '../index.ts';
import { readCostWeights } from './cost-weights.ts';

const read = (sdl: string) => {
  const resolvers = sdl.includes('interface') ? { Listed: { __resolveType: () => 'Query' } } : {};
  const schema = buildSchema(sdl, resolvers);
  const field = (name: string) => (schema.getType('Query') as GraphQLObjectType).getFields()[name] as never;
  return { schema, weights: readCostWeights(schema), field };
};
const interfaceSdl = 'interface Listed { list(first: Int): [Query] @listSize(slicingArguments: ["first"]) }';

describe('readCostWeights', () => {
  it('has 1 for objects and 0 for scalars and enums, unless the SDL says otherwise', () => {
    const { weights, schema } = read(
      'type Query { a: E, b: Dear, c: S } enum E { A } type Dear @cost(weight: "2.5") { a: Int } scalar S @cost(weight: "3")',
    );
    const types = ['Query', 'Int', 'E', 'Dear', 'S'].map((name) => weights.ofType(schema.getType(name) as never));
    expect(types).toEqual([1, 0, 0, 2.5, 3]);
  });

  it('reads fields and arguments', () => {
    const { weights, field } = read(
      'type Query { a: Int, b(x: Int @cost(weight: "4"), y: Int): Int @cost(weight: "2") }',
    );
    expect(weights.ofField(field('a'))).toBeUndefined();
    expect(weights.ofField(field('b'))).toEqual({ weight: 2, argumentWeights: [{ name: 'x', weight: 4 }] });
  });

  it('takes from an interface what a field does not say', () => {
    const { weights, field } = read(`${interfaceSdl} type Query implements Listed { list(first: Int): [Query] }`);
    expect(weights.ofField(field('list'))?.listSize).toMatchObject({ slicingArguments: ['first'] });
  });

  it('has nothing but defaults in a schema without the directives', () => {
    const { schema } = read('type Query { a: [Query] }');
    expect(readCostWeights(schema).ofType(schema.getType('Query') as never)).toBe(1);
  });

  it.each([
    ['a: Int @cost(weight: "much")', 'Query.a: @cost needs a number from 0 as its weight, not "much"'],
    ['a: Int @cost(weight: "-1")', 'Query.a: @cost needs a number from 0 as its weight, not "-1"'],
    ['a: Int @cost(weight: "")', 'Query.a: @cost needs a number from 0 as its weight, not ""'],
    ['a(b: Int @cost(weight: "x")): Int', 'Query.a(b:): @cost needs a number from 0 as its weight, not "x"'],
    ['a: [Int] @listSize(slicingArguments: ["frist"])', 'Query.a: @listSize slices by the argument "frist"'],
    ['a(b: String): [Int] @listSize(slicingArguments: ["b"])', 'Query.a: @listSize slices by the argument "b"'],
    ['a(b: In): [Int] @listSize(slicingArguments: ["b.c"])', 'Query.a: @listSize slices by the argument "b.c"'],
    [
      'a: Query @listSize(assumedSize: 1, sizedFields: ["b"])',
      'Query.a: @listSize sizes the field "b", which is no list of Query',
    ],
    ['a: Query @listSize(assumedSize: 1)', 'Query.a: @listSize is on a field that brings no list'],
    ['a: [Int] @listSize(assumedSize: -1)', 'Query.a: @listSize assumes fewer than 0 items'],
  ])('refuses %s', (field, problem) => {
    expect(() => read(`type Query { ${field} } input In { n: Int }`)).toThrow(`- ${problem}`);
  });
});
