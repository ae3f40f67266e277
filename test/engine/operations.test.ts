/** No operation that the clients send is left to graphql-js. */
import { readdirSync, readFileSync } from 'node:fs';
import { createExecute, type ExecutionReport } from '@facet/core';
import { describe, expect, it } from '@jest/globals';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  parse,
  typeFromAST,
} from 'graphql';

const folder = (bff: string) => new URL(`../../schemas/${bff}/`, import.meta.url);
const texts = (at: URL) =>
  readdirSync(at)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => [name, readFileSync(new URL(name, at), 'utf8')] as const);

const bffs = ['web', 'mobile'] as const;
const schemas = Object.fromEntries(
  bffs.map((bff) => {
    const sdl = texts(folder(bff)).map(([, text]) => text);
    return [bff, buildASTSchema(parse(sdl.join('\n')), { assumeValidSDL: true })];
  }),
);
const operations = bffs.flatMap((bff) =>
  texts(new URL('operations/', folder(bff))).map(([name, text]) => [bff, name, text] as const),
);

/** The least that a type takes. */
function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return { Int: 1, Float: 1, Boolean: true }[type.name] ?? 'a';
  const fields = Object.values(type.getFields());
  const needed = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)]));
}

function variablesOf(bff: string, document: DocumentNode): Record<string, unknown> {
  const schema = schemas[bff];
  const entries = document.definitions.flatMap((definition) => {
    if (definition.kind !== 'OperationDefinition' || schema === undefined) return [];
    return (definition.variableDefinitions ?? []).map(({ variable, type }) => {
      const input = typeFromAST(schema, type as never) as unknown as GraphQLInputType;
      return [variable.name.value, sampleOf(input)];
    });
  });
  return Object.fromEntries(entries);
}

describe('operations of the clients', () => {
  it.each(operations)('compiles %s %s', (bff, _name, text) => {
    const reports: ExecutionReport[] = [];
    const execute = createExecute({ onExecute: (report) => reports.push(report) });
    const document = parse(text);
    execute({ schema: schemas[bff] as never, document, variableValues: variablesOf(bff, document) });
    expect(reports).toMatchObject([{ compiled: true }]);
  });
});
