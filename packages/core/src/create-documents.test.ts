import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { type BffSettings, parseSettings } from './config/settings.ts';
import { createDocumentCheck } from './create-documents.ts';
import { buildSchema } from './index.ts';
import { createEnforcement } from './limits/enforcement.ts';
import { createPlanLimits } from './limits/plan-limits.ts';
import { reservedNames } from './limits/reserved-names.ts';

const schema = buildSchema(
  `type Query {
    self: Query
    word: String
    books(first: Int! = 20): [Book!] @listSize(slicingArguments: ["first"])
  }
  type Book { title: String, author: Author }
  type Author @cost(weight: "9") { name: String }`,
  {},
);

function check(text: string, given: Partial<BffSettings> = {}): readonly string[] {
  const settings = parseSettings({ environment: 'production', port: 0, ...given });
  const enforcement = createEnforcement({ settings });
  const planLimits = createPlanLimits({ schema, settings, enforcement });
  return createDocumentCheck({ settings, schema, rules: [reservedNames], enforcement, planLimits })(parse(text));
}

const low = { maxCost: 100, maxPageSize: 50 };

describe('createDocumentCheck', () => {
  it.each<[string, string, Partial<BffSettings>, RegExp]>([
    ['the specification', 'query A { welcome other: welcome }', {}, /^Cannot query field "welcome" on type "Query"/],
    ['reserved names', 'query __A { word }', {}, /must not begin with "__"/],
    ['depth', 'query A { self { self { word } } }', { maxDepth: 1 }, /^MAX_DEPTH: .* 1 are allowed/],
    ['tokens', 'query A { word }', { maxTokens: 3 }, /^MAX_TOKENS: .* 3 are allowed/],
    ['aliases', 'query A { a: word b: word }', { maxAliases: 1 }, /^MAX_ALIASES: .* 1 are allowed/],
    ['root fields', 'query A { word self { word } }', { maxRootFields: 1 }, /^MAX_ROOT_FIELDS: /],
    ['directives', 'query A { word @skip(if: false) }', { maxDirectives: 0 }, /^MAX_DIRECTIVES: /],
    ['cost', 'query A { books { author { name } } }', low, /^MAX_COST: .* costs 200 points, 100 are allowed/],
    [
      'cost by the default of a variable',
      'query A($first: Int! = 40) { books(first: $first) { author { name } } }',
      low,
      /^MAX_COST: .* costs 400/,
    ],
    ['page size', 'query A { books(first: 51) { title } }', low, /^MAX_PAGE_SIZE: .* asked for 51 items, 50 are/],
  ])('says once what is beyond %s', (_, text, settings, problem) => {
    expect(check(text, settings)).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    ['within the limits', 'query A { books(first: 5) { author { name } } }'],
    ['as long as a variable says', 'query A($first: Int!) { books(first: $first) { author { name } } }'],
    ['skipped by a variable', 'query A($no: Boolean! = false) { books @skip(if: $no) { author { name } } }'],
    ['included by a variable', 'query A($yes: Boolean!) { ... @include(if: $yes) { books { author { name } } } }'],
    ['with an order of its own', 'query A($text: String!, $other: [Int!]) { word }'],
  ])('finds nothing in what is, or can be asked to be, %s', (_, text) => {
    // A variable that is not used is the specification's matter.
    const found = check(text, low).filter((problem) => !problem.includes('is never used'));
    expect(found).toEqual([]);
  });

  it.each(['measure', 'off'] as const)('lets pass what is beyond a limit with the mode %s', (mode) => {
    const limitModes = { MAX_TOKENS: mode, MAX_DEPTH: mode, MAX_COST: mode, MAX_PAGE_SIZE: mode };
    const settings = { ...low, maxTokens: 3, maxDepth: 1, limitModes };
    expect(check('query A { books(first: 60) { author { name } } }', settings)).toEqual([]);
  });
});
