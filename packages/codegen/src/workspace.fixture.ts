/** Throw-away folders for tests: files go in, text comes out, and everything is gone after the test. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from '@jest/globals';
import ts from 'typescript';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** Writes files into a new folder and returns its path. */
export async function createFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'facet-codegen-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) await put(folder, name, content);
  return folder;
}

export async function put(folder: string, name: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

export const read = (folder: string, name: string): Promise<string> => readFile(join(folder, name), 'utf8');

/** An OpenAPI file with these paths. */
export function toContract(paths: object, rest: object = {}): string {
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths, ...rest });
}

/** An operation that answers 200 with JSON. */
export function toOperation(operationId: string | undefined, rest: object = {}): object {
  const content = { 'application/json': { schema: { type: 'object' } } };
  return { operationId, responses: { 200: { description: 'Fine.', content } }, ...rest };
}

/** What the compiler says of files in a folder, under the workspace's options; packages are those of codegen. */
export async function typeCheck(folder: string, names: readonly string[]): Promise<string[]> {
  await put(folder, 'package.json', '{ "type": "module" }');
  await symlink(join(import.meta.dirname, '../node_modules'), join(folder, 'node_modules'));
  const base = ts.readConfigFile(join(import.meta.dirname, '../../../tsconfig.base.json'), ts.sys.readFile);
  const overrides = { composite: false, noEmit: true, declaration: false, declarationMap: false, types: [] };
  const { options } = ts.convertCompilerOptionsFromJson({ ...base.config.compilerOptions, ...overrides }, folder);
  const paths = names.map((name) => join(folder, name));
  const program = ts.createProgram(paths, options);
  return paths.flatMap((path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map((diagnostic) => `${path}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`);
  });
}
