/** What generated cases do not reach: arguments that are no request, and documents that are too much. */
import { createExecute, type ExecutionReport, execute } from '@facet/core';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type ExecutionArgs, execute as executeByGraphqlJs, GraphQLSchema, parse } from 'graphql';
import type { Executor } from './compare/observe.ts';

const schema = buildSchema('type Query { me: Query, text(a: Int = 1): String, list: [Query!] }');
const document = parse('{ text }');

function messageOf(executor: Executor, args: unknown): unknown {
  try {
    return executor(args as ExecutionArgs);
  } catch (error) {
    return `throws ${(error as Error).message}`;
  }
}

describe('execute', () => {
  it.each<[string, unknown]>([
    ['without a document', { schema }],
    ['without a schema', { document }],
    ['with a schema that has no query type', { schema: new GraphQLSchema({}), document }],
    ['with variables as text', { schema, document, variableValues: '{}' }],
    ['with variables null', { schema, document, variableValues: null }],
    ['with a list for variables', { schema, document, variableValues: [] }],
    ['with a document of fragments only', { schema, document: parse('fragment F on Query { text }') }],
    ['with an empty document', { schema, document: { kind: 'Document', definitions: [] } }],
    ['with two operations and no name', { schema, document: parse('query A { text } query B { text }') }],
    ['with a mutation where the schema has none', { schema, document: parse('mutation { text }') }],
    ['with a subscription where the schema has none', { schema, document: parse('subscription { text }') }],
    ['with definitions of types in the document', { schema, document: parse('type T { a: Int } { text }') }],
    ['with no rootValue and no context', { schema, document }],
    ['with too many bad variables', { schema, ...manyBadVariables(60) }],
    ['with a limit of bad variables', { schema, ...manyBadVariables(5), options: { maxCoercionErrors: 2 } }],
  ])('answers %s as graphql-js does', (_case, args) => {
    const expected = messageOf(executeByGraphqlJs as Executor, args);
    expect(JSON.stringify(messageOf(execute, args))).toBe(JSON.stringify(expected));
  });

  it('leaves an operation that is larger than its limit to graphql-js, and says so', () => {
    const reports: ExecutionReport[] = [];
    const small = createExecute({ maxFieldCount: 20, onExecute: (report) => reports.push(report) });
    const aliases = Array.from({ length: 30 }, (_, index) => `a${index}: text`).join(' ');
    const args = { schema, document: parse(`query Large { me { ${aliases} } }`), rootValue: { me: { text: 'x' } } };
    expect(JSON.stringify(small(args))).toBe(JSON.stringify(executeByGraphqlJs(args)));
    expect(reports).toMatchObject([{ operationName: 'Large', compiled: false, reason: 'plan-too-large' }]);
  });

  it('survives fragments in a circle, which end with the data', () => {
    const args = {
      schema,
      document: parse('query Circle { ...F } fragment F on Query { text me { ...F } }'),
      rootValue: { text: '1', me: { text: '2', me: { text: '3', me: null } } },
    };
    expect(JSON.stringify(execute(args))).toBe(JSON.stringify(executeByGraphqlJs(args)));
  });

  it('survives fragments that double at each step', () => {
    const steps = Array.from(
      { length: 24 },
      (_, at) => `fragment F${at} on Query { a: me { ...F${at + 1} } b: me { ...F${at + 1} } }`,
    );
    const text = `query Doubling { ...F0 } ${steps.join(' ')} fragment F24 on Query { text }`;
    const reports: ExecutionReport[] = [];
    const watched = createExecute({ onExecute: (report) => reports.push(report) });
    const args = { schema, document: parse(text), rootValue: { me: null } };
    expect(JSON.stringify(watched(args))).toBe('{"data":{"a":null,"b":null}}');
    expect(reports).toMatchObject([{ compiled: false, reason: 'plan-too-large' }]);
  });
});

function manyBadVariables(count: number): { document: unknown; variableValues: Record<string, string> } {
  const names = Array.from({ length: count }, (_, index) => `v${index}`);
  const document = parse(`query (${names.map((name) => `$${name}: Int`).join()}) { text }`);
  return { document, variableValues: Object.fromEntries(names.map((name) => [name, 'bad'])) };
}
