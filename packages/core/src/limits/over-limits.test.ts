import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { documentLimitCodes, findDocumentExcesses } from './document-excesses.ts';
import { toManyAliases, toManyDirectives, toManyRootFields, toManyTokens, toManyVariables } from './over-limits.ts';
import { findVariablesExcess } from './variables-size.ts';

const schema = buildSchema('schema { query: Root } type Root { a: Int }');
const none = { maxDepth: 1, maxTokens: 100_000, maxAliases: 0, maxRootFields: 1, maxDirectives: 0 };

/** What a text has too much of, and how much. */
function excessesOf(text: string, settings: Partial<typeof none>) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is one.');
  return findDocumentExcesses(document, operation, { ...none, ...settings }, documentLimitCodes).map(
    ({ code, found }) => [code, found],
  );
}

describe('a text over a limit', () => {
  it('is valid, and over no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 199 }), (max) => {
        const aliased = toManyAliases(max) ?? '';
        const wide = toManyRootFields(schema, max + 1) ?? '';
        const directed = toManyDirectives(max) ?? '';
        for (const text of [aliased, wide, directed]) expect(validate(schema, parse(text))).toEqual([]);
        expect(excessesOf(aliased, { maxAliases: max, maxRootFields: 1_000 })).toEqual([['MAX_ALIASES', max + 1]]);
        expect(excessesOf(wide, { maxRootFields: max + 1 })).toEqual([['MAX_ROOT_FIELDS', max + 2]]);
        expect(excessesOf(directed, { maxDirectives: max })).toEqual([['MAX_DIRECTIVES', max + 2 - (max % 2)]]);
      }),
    );
  });

  it.each([1, 2, 1_000, 10_000])('of %d tokens is refused by the parser for their number alone', (maxTokens) => {
    const text = toManyTokens(maxTokens) ?? '';
    expect(() => parse(text, { maxTokens })).toThrow(`Document contains more that ${maxTokens} tokens.`);
    expect(parse(text).kind).toBe('Document');
  });

  it('is not made where it had to be long itself', () => {
    const [most, tokens] = [1_000, 10_001];
    expect([toManyAliases(most), toManyRootFields(schema, most)]).toEqual([undefined, undefined]);
    expect([toManyDirectives(most), toManyTokens(tokens)]).toEqual([undefined, undefined]);
  });
});

describe('variables over a limit', () => {
  const size = fc.constantFrom(0, 1, 2, 5, 10, 50, 999, 1_000, 50_000, 100_000, 1_000_000);

  it('are over that one, and under the others', () => {
    fc.assert(
      fc.property(size, size, size, size, (maxVariables, maxVariableDepth, bytes, mostBytes) => {
        const limits = { maxVariables, maxVariableDepth, maxVariableBytes: bytes + 1 };
        const made = toManyVariables(limits, mostBytes);
        const found = Object.values(made).map((one) => findVariablesExcess(one, undefined, limits)?.setting);
        const settings = ['maxVariables', 'maxVariableDepth', 'maxVariableBytes'] as const;
        for (const [index, variables] of Object.values(made).entries()) {
          if (variables === undefined) continue;
          const setting = settings[index] as (typeof settings)[number];
          expect(found[index]).toBe(setting);
          const raised = { ...limits, [setting]: 10_000_000 };
          expect(findVariablesExcess(variables, undefined, raised)).toBeUndefined();
          expect(JSON.stringify(variables).length).toBeLessThanOrEqual(mostBytes);
        }
      }),
    );
  });

  it('are made of each kind for the limits that there are by default', () => {
    const limits = { maxVariables: 50, maxVariableDepth: 10, maxVariableBytes: 50_000 };
    expect(Object.values(toManyVariables(limits, 99_800)).every((one) => one !== undefined)).toBe(true);
  });
});
