/** Bound fields, once per level or once per object: the same answers, and never more calls. */
import { execute } from '@facet/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ExecutionResult, execute as executeByGraphqlJs, parse } from 'graphql';
import { differenceOfData } from '../compare/data.ts';
import { errorText } from '../compare/errors.ts';
import type { Executor } from '../compare/observe.ts';
import { type LibraryBff, startLibraryBff } from './library-bff.ts';
import { documentSpec, toText } from './library-documents.ts';
import { librarySchema } from './library-schema.ts';

let bff: LibraryBff;
beforeAll(async () => {
  bff = await startLibraryBff();
});
afterAll(() => bff.close());

const ask = (executor: Executor, text: string) =>
  bff.inRequest((contextValue) => executor({ schema: librarySchema, document: parse(text), contextValue }));

const errorsOf = ({ errors = [] }: ExecutionResult) => errors.map((error) => errorText(error, new Map())).sort();

describe('bound fields', () => {
  it('answer as graphql-js does, with no more calls', async () => {
    let callCount = 0;
    const property = fc.asyncProperty(documentSpec, async (spec) => {
      const text = toText(spec);
      const expected = await ask(executeByGraphqlJs as Executor, text);
      const actual = await ask(execute, text);
      expect(differenceOfData(actual.value.data, expected.value.data)).toBeUndefined();
      expect(errorsOf(actual.value)).toEqual(errorsOf(expected.value));
      expect(actual.calls.length).toBeLessThanOrEqual(expected.calls.length);
      callCount += actual.calls.length;
    });
    await fc.assert(property, { seed: 11, numRuns: 150 });
    expect(callCount).toBeGreaterThan(150);
  }, 60_000);

  it('make as many calls for 80 books as for 8', async () => {
    const selection =
      '{ title price author { name favourite { title } } sequel { notes(first: 3) { all { author { age } book { title } } } } }';
    const [few, many] = [
      await ask(execute, `{ shelf(first: 8) { books ${selection} } }`),
      await ask(execute, `{ shelf(first: 80) { books ${selection} } }`),
    ];
    expect(many.calls.map(({ path }) => path)).toEqual(few.calls.map(({ path }) => path));
  });

  it('never ask for a key twice in one call, or for the same key by two calls of one row and level', async () => {
    const { calls } = await ask(execute, '{ shelf(first: 60) { books { author { name } editor { name } } } }');
    for (const { query } of calls) {
      const keys = query.ids?.split(',') ?? [];
      expect(new Set(keys).size).toBe(keys.length);
    }
    const authors = calls.filter(({ path }) => path === '/authors').flatMap(({ query }) => query.ids?.split(',') ?? []);
    expect(new Set(authors).size).toBe(authors.length);
  });
});
