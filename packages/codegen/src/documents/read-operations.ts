/** Reads the operations that a client sends today, as a manifest. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  Source,
  separateOperations,
  validate,
} from 'graphql';
import { CodegenError } from '../codegen-error.ts';
import { type Manifest, type ManifestOperation, toManifest } from './manifest.ts';

/**
 * Reads every `*.graphql` in a folder; `undefined` where there is none. Each file stands on its own: it has the fragments
 * that its operations use.
 * @param source what messages call the folder
 * @throws CodegenError where a file does not fit the schema, or an operation has no name of its own
 */
export async function readOperations(
  folder: string,
  source: string,
  schema: GraphQLSchema,
): Promise<Manifest | undefined> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.graphql')).sort();
  if (names.length === 0) return undefined;
  const files = await Promise.all(
    names.map(async (name) => new Source(await readFile(join(folder, name), 'utf8'), `${source}/${name}`)),
  );
  const documents = files.map((file) => ({ file, document: parseFile(file) }));
  const problems = documents.flatMap(({ file, document }) =>
    typeof document === 'string'
      ? [document]
      : problemsOf(document, schema).map((problem) => `${file.name}: ${problem}`),
  );
  if (problems.length > 0) throw new CodegenError(problems);
  const operations = documents.flatMap(({ document }) => toOperations(document as DocumentNode));
  assertNamesDiffer(operations, source);
  return toManifest(operations);
}

/** The syntax tree, or what is wrong. */
function parseFile(file: Source): DocumentNode | string {
  try {
    return parse(file);
  } catch (reason) {
    if (!(reason instanceof GraphQLError)) throw reason;
    const [at] = reason.locations ?? [];
    return `${file.name}${at ? `:${at.line}:${at.column}` : ''}: ${reason.message}`;
  }
}

/** What keeps a document from being run, a sentence each. */
export function problemsOf(document: DocumentNode, schema: GraphQLSchema): string[] {
  const hasNames = document.definitions.every((node) => node.kind !== Kind.OPERATION_DEFINITION || node.name);
  const unnamed = hasNames
    ? []
    : ['has an operation without a name. Name it: the manifest and the log call it by that.'];
  return [...unnamed, ...validate(schema, document).map(({ message }) => message)];
}

function toOperations(document: DocumentNode): Omit<ManifestOperation, 'id'>[] {
  return Object.entries(separateOperations(document)).flatMap(([name, separate]) =>
    separate.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? [{ name, type: node.operation, body: print(separate) }] : [],
    ),
  );
}

function assertNamesDiffer(operations: readonly { readonly name: string }[], source: string): void {
  const names = operations.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  if (twice.size === 0) return;
  throw new CodegenError([...twice].map((name) => `${source}: two operations are called ${name}. Rename one of them.`));
}
