import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getOperationAST, parse } from 'graphql';
import { findVariablesExcess } from './variables-size.ts';

const limits = { maxVariables: 3, maxVariableDepth: 4, maxVariableBytes: 100 };
const operation = getOperationAST(parse('query ($a: Int, $b: Filter) { f(a: $a, b: $b) }')) ?? undefined;
const look = (variables: Record<string, unknown> | undefined) => findVariablesExcess(variables, operation, limits);
const nest = (depth: number): unknown => (depth === 0 ? 1 : { inner: nest(depth - 1) });

describe('findVariablesExcess', () => {
  it('finds nothing where there is nothing', () => {
    expect([look(undefined), look({}), look({ a: null })]).toEqual([undefined, undefined, undefined]);
  });

  it('counts variables', () => {
    expect(look({ a: 1, b: 1, c: 1 })).toBeUndefined();
    expect(look({ a: 1, b: 1, c: 1, d: 1 })).toMatchObject({
      code: 'MAX_VARIABLES',
      setting: 'maxVariables',
      found: 4,
    });
  });

  it('measures how deep each is, lists and objects alike, and points to the one that is too deep', () => {
    expect(look({ a: 1, b: nest(4) })).toBeUndefined();
    expect(look({ a: 1, b: nest(5) })).toMatchObject({
      setting: 'maxVariableDepth',
      found: 5,
      max: 4,
      nodes: [{ variable: { name: { value: 'b' } } }],
    });
    expect(look({ b: [[[[[]]]]] })?.setting).toBe('maxVariableDepth');
    expect(look({ b: [[[[]]]] })).toBeUndefined();
  });

  it('measures their length as JSON in bytes, not in letters', () => {
    const [fits, over] = ['x'.repeat(92), 'x'.repeat(93)];
    expect(look({ a: fits })).toBeUndefined();
    expect(look({ a: over })).toMatchObject({ setting: 'maxVariableBytes', found: 101, max: 100 });
    expect(look({ a: 'ü'.repeat(47) })?.found).toBe(102);
  });

  it('takes variables nested 50,000 times without falling over', () => {
    const variables = JSON.parse(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
    expect(look(variables)?.setting).toBe('maxVariableDepth');
  });

  it('takes any JSON', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (variables) => void look(variables)));
  });
});
