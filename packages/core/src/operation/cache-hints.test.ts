import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { buildSchema } from './build-schema.ts';
import type { CacheHint } from './plan.ts';
import { createPlanCache } from './plan-cache.ts';

const schema = buildSchema(
  `
  type Query {
    plain: Thing
    long: Thing @cacheControl(maxAge: 500)
    inheriting: Thing @cacheControl(inheritMaxAge: true)
    number: Int
    longNumber: Int @cacheControl(maxAge: 40)
    hour: Hour
    hours: [[Hour!]!]!
    shortHour: Hour @cacheControl(maxAge: 7)
    longerHour: Hour @cacheControl(maxAge: 9000)
    own: Hour @cacheControl(scope: PRIVATE)
    common: Own @cacheControl(scope: PUBLIC)
    any: Any
    named: Named
    hintless: Hintless
    extended: Extended
    below: Int @cacheControl(maxAge: -5)
  }
  type Thing { number: Int, second: Int @cacheControl(maxAge: 1), thing: Thing }
  type Hour @cacheControl(maxAge: 3600) {
    number: Int
    thing: Thing
    money: Money
    sure: Money @cacheControl(maxAge: 20)
    inheriting: Thing @cacheControl(inheritMaxAge: true)
    inheritingMinute: Minute @cacheControl(inheritMaxAge: true)
    minute: Minute
    ownMoney: Money @cacheControl(inheritMaxAge: true, scope: PRIVATE)
  }
  type Minute @cacheControl(maxAge: 60) { number: Int }
  type Money @cacheControl(inheritMaxAge: true) { amount: Int, thing: Thing }
  type Own @cacheControl(maxAge: 10, scope: PRIVATE) { number: Int }
  union Any @cacheControl(maxAge: 300) = Hour | Minute | Thing
  interface Named @cacheControl(maxAge: 200) { name: String, best: Minute }
  type Town implements Named @cacheControl(maxAge: 5) { name: String @cacheControl(maxAge: 90), best: Minute }
  type Lake implements Named { name: String, best: Minute @cacheControl(maxAge: 30) }
  interface Hintless { number: Int }
  type Some implements Hintless { number: Int }
  type Extended { number: Int }
  extend type Extended @cacheControl(maxAge: 11)
`,
  {
    Any: { __resolveType: () => 'Hour' },
    Named: { __resolveType: () => 'Town' },
    Hintless: { __resolveType: () => 'Some' },
  },
);

function hintOf(text: string, variables: Record<string, unknown> = {}): CacheHint {
  const document = parse(text);
  const plans = createPlanCache(1_000);
  const selected = plans.select(schema, document, undefined);
  if (selected === undefined) throw new Error('no operation');
  const plan = plans.compile(schema, document, selected, variables);
  if (typeof plan === 'string') throw new Error(plan);
  return plan.cacheHint;
}

describe('toCacheHint', () => {
  it.each([
    ['a root field without a hint', '{ number }', 0],
    ['a root field with one', '{ longNumber }', 40],
    ['an object without a hint', '{ plain { number } }', 0],
    ['a type with one', '{ hour { number } }', 3600],
    ['a list of lists of it', '{ hours { number } }', 3600],
    ['a field that has less than its type', '{ shortHour { number } }', 7],
    ['a field that has more than its type', '{ longerHour { number } }', 9000],
    ['the lowest of several', '{ hour { number } longNumber shortHour { number } }', 7],
    ['the lowest, wherever it is', '{ hour { minute { number } } long { second } }', 1],
    ['an object without a hint, below', '{ hour { thing { number } } }', 0],
    ['a type that inherits', '{ hour { money { amount } } }', 3600],
    ['a field whose type inherits', '{ hour { sure { amount } } }', 20],
    ['an object without a hint below one that inherits', '{ hour { money { thing { number } } } }', 0],
    ['a field that inherits', '{ hour { inheriting { number } } }', 3600],
    ['a field that inherits, of a type that has a hint', '{ hour { inheritingMinute { number } } }', 60],
    ['a root field that inherits', '{ inheriting { number } }', 0],
    ['a union', '{ any { __typename } }', 300],
    ['the members of a union', '{ any { ... on Minute { number } ... on Hour { minute { number } } } }', 60],
    ['an interface', '{ named { __typename } }', 200],
    ['the fields of the types that implement it', '{ named { name } }', 90],
    ['fields of them that the interface says nothing of', '{ named { best { number } } }', 30],
    ['an interface without a hint', '{ hintless { number } }', 0],
    ['a hint of an extension', '{ extended { number } }', 11],
    ['named fragments', '{ ...F } fragment F on Query { hour { ...G } } fragment G on Hour { minute { number } }', 60],
    ['inline fragments', '{ ... { ... on Query { longNumber } } }', 40],
    ['nothing but types', '{ __typename __schema { types { name } } }', 0],
    ['types beside it', '{ __typename hour { __typename number } }', 3600],
    ['nothing', '{ hour @skip(if: true) { number } }', 0],
    ['a time before now', '{ below }', 0],
  ])('knows %s', (_what, text, maxAgeSeconds) => {
    expect(hintOf(text)).toEqual({ maxAgeSeconds, scope: 'public' });
  });

  it.each([
    ['a field', '{ own { number } }', 3600],
    ['a type, whatever its field says', '{ common { number } }', 10],
    ['one field of many', '{ hour { number ownMoney { amount } } longNumber }', 40],
  ])('is private where %s is', (_what, text, maxAgeSeconds) => {
    expect(hintOf(text)).toEqual({ maxAgeSeconds, scope: 'private' });
  });

  it('takes what conditions leave', () => {
    const text = 'query ($all: Boolean!) { hour { number } number @include(if: $all) }';
    expect(hintOf(text, { all: false }).maxAgeSeconds).toBe(3600);
    expect(hintOf(text, { all: true }).maxAgeSeconds).toBe(0);
  });
});

describe('buildSchema', () => {
  it('knows the directive also where the SDL defines it as Apollo does', () => {
    const own = `enum CacheControlScope { PUBLIC PRIVATE }
      directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
      type Query { a: Int @cacheControl(maxAge: 1) }`;
    expect(
      buildSchema(own, {})
        .getDirective('cacheControl')
        ?.args.map(({ name }) => name),
    ).toEqual(['maxAge', 'scope', 'inheritMaxAge']);
  });

  it.each([
    'type Query { a: Int @cacheControl(maxAge: "1") }',
    'type Query @cacheControl(scope: "PRIVATE") { a: Int }',
    'type Query { a: Int } extend type Query @cacheControl(maxAge: 1.5) { b: Int }',
    'type Query { a: Int @cacheControl(minAge: 1) }',
    'type Query { a(b: Int @cacheControl(maxAge: 1)): Int }',
  ])('refuses %s', (sdl) => {
    expect(() => buildSchema(sdl, {})).toThrow(TypeError);
  });
});
