import { describe, expect, it } from '@jest/globals';
import { buildSchema, type ExecutionArgs, type ExecutionResult, execute as executeByGraphqlJs, parse } from 'graphql';
import { createExecute, type ExecuteOptions, type ExecutionReport, execute } from './execute.ts';

const schema = buildSchema(`
  type Query { name(of: Int): String, self: Query, sure: Query!, must: Int!, list: [Int!] }
`);

function reporting(options: ExecuteOptions = {}) {
  const reports: ExecutionReport[] = [];
  const run = createExecute({ ...options, onExecute: (report) => reports.push(report) });
  return { run, reports };
}

describe('createExecute', () => {
  it('leaves a plan beyond maxFieldCount to graphql-js, says so, and answers the same', () => {
    const { run, reports } = reporting({ maxFieldCount: 2 });
    const document = parse('query Large { a: name b: name c: name }');
    const args = { schema, document, rootValue: { name: 'Ann' } };
    expect(run(args)).toEqual(executeByGraphqlJs(args));
    expect(reports).toEqual([{ operationName: 'Large', compiled: false, isPublic: false, reason: 'plan-too-large' }]);
  });

  it('reports each execution once, with its arguments', () => {
    const seen: [ExecutionReport, ExecutionArgs][] = [];
    const run = createExecute({ onExecute: (report, args) => seen.push([report, args]) });
    const args = { schema, document: parse('query Small { list }'), rootValue: {} };
    run(args);
    run(args);
    const report = { operationName: 'Small', compiled: true, isPublic: true, plan: expect.anything() };
    expect(seen).toEqual(Array(2).fill([report, args]));
  });

  it('reports nothing of what is not executed', () => {
    const { run, reports } = reporting();
    run({ schema, document: parse('query A { name } query B { name }') });
    run({ schema, document: parse('query ($of: Int!) { name(of: $of) }') });
    expect(() => run({ schema, document: parse('{ name }'), variableValues: 'x' as never })).toThrow();
    expect(reports).toEqual([]);
  });
});

describe('execute', () => {
  const never = () => new Promise<never>(() => undefined);
  const failing = () => Promise.reject(new Error('late'));

  it.each<[string, string, object]>([
    ['beside it', '{ self { must name } }', { self: { must: failing, name: never } }],
    ['further down beside it', '{ self { must self { name } } }', { self: { must: failing, self: { name: never } } }],
    ['in a list', '{ self { must list } }', { self: { must: failing, list: [1, never()] } }],
    ['at the top', '{ must name }', { must: failing, name: never }],
  ])(
    'does not wait for a resolver that never settles where an error took the parent back: %s',
    async (_where, text, rootValue) => {
      const { data, errors } = await execute({ schema, document: parse(text), rootValue });
      expect(data).toEqual(text.startsWith('{ self') ? { self: null } : null);
      expect(errors?.map(({ message }) => message)).toEqual(['late']);
    },
  );

  it('waits for what an error did not take back', async () => {
    const slow = Promise.withResolvers<string>();
    const rootValue = { self: { must: failing }, name: () => slow.promise };
    const answer = execute({
      schema,
      document: parse('{ self { must } name }'),
      rootValue,
    }) as Promise<ExecutionResult>;
    let isAnswered = false;
    const answered = answer.then(() => {
      isAnswered = true;
    });
    await new Promise(setImmediate);
    expect(isAnswered).toBe(false);
    slow.resolve('Ann');
    await answered;
    expect((await answer).data).toEqual({ self: null, name: 'Ann' });
  });

  it('reports no error that comes after one that took its parent back', async () => {
    const rootValue = {
      self: { must: failing, name: () => new Promise((_, reject) => setImmediate(reject, new Error('later'))) },
    };
    const { errors } = await execute({ schema, document: parse('{ self { must name } }'), rootValue });
    await new Promise(setImmediate);
    expect(errors?.map(({ message }) => message)).toEqual(['late']);
  });
});
