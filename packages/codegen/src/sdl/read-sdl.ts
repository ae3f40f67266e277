/** Reads one client's SDL files as one schema. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { directivesSdl } from '@facet/core';
import {
  buildASTSchema,
  concatAST,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  Source,
  visit,
} from 'graphql';
import { CodegenError } from '../codegen-error.ts';

export interface Sdl {
  /** What the header of the generated files names. */
  readonly source: string;
  /** The files one after the other, sorted by name. */
  readonly text: string;
  /** Without core's directives, which say nothing to the code of resolvers. */
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
}

/**
 * Reads every `*.graphql` directly in a folder; `undefined` where there is none.
 * @param source what messages and headers call the folder
 * @throws CodegenError where a file does not parse or the schema is not valid
 */
export async function readSdl(folder: string, source: string): Promise<Sdl | undefined> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.graphql')).map((entry) => entry.name);
  if (names.length === 0) return undefined;
  const sources = await Promise.all(
    names.sort().map(async (name) => new Source(await readFile(join(folder, name), 'utf8'), `${source}/${name}`)),
  );
  try {
    const whole = concatAST(sources.map((file) => parse(file)));
    buildASTSchema(concatAST([parse(directivesSdl), whole]));
    const document = withoutDirectives(whole);
    const text = sources.map((file) => `${file.body.trim()}\n`).join('\n');
    return { source: `${source}/*.graphql`, text, document, schema: buildASTSchema(document) };
  } catch (cause) {
    throw new CodegenError([describe(cause, source)], { cause });
  }
}

/** Names of the directives that core defines. */
const coreDirectives = new Set(
  parse(directivesSdl).definitions.flatMap((node) => (node.kind === 'DirectiveDefinition' ? [node.name.value] : [])),
);

function withoutDirectives(document: DocumentNode): DocumentNode {
  return visit(document, { Directive: ({ name }) => (coreDirectives.has(name.value) ? null : undefined) });
}

function describe(cause: unknown, source: string): string {
  if (!(cause instanceof Error)) throw cause;
  if (!(cause instanceof GraphQLError)) return `${source}: is not a valid schema. ${cause.message}`;
  const at = cause.locations?.[0];
  return `${cause.source?.name ?? source}${at ? `:${at.line}:${at.column}` : ''}: ${cause.message}`;
}
