/** Reads one OpenAPI file and everything it refers to, and refuses what tables cannot be made from. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { bundle, createConfig, type NormalizedProblem } from '@redocly/openapi-core';
import { parse } from 'yaml';
import { CodegenError } from '../codegen-error.ts';
import { isKebabCase, isTaken, toCamelCase } from '../names.ts';
import { toJsonAnswers } from './json-answers.ts';
import { type Call, listCalls } from './list-calls.ts';
import type { OpenApiDocument } from './openapi.ts';
import { checkPostVariants } from './post-variant.ts';

export interface Contract {
  /** Kebab-case; file names and the generated constant come from it. */
  readonly service: string;
  /** What headers and messages call the file. */
  readonly source: string;
  /** The file with everything it refers to; answers that are JSON are all `application/json`. */
  readonly document: OpenApiDocument;
  /** Schemas the file itself declares, in its order; those it borrows from other files are not among them. */
  readonly ownSchemas: readonly string[];
  readonly calls: readonly Call[];
}

export interface ContractFile {
  /** Path of the OpenAPI 3.x file, YAML or JSON. */
  readonly path: string;
  /** Default: the file's basename. */
  readonly service?: string | undefined;
  /** What headers and messages call the file; default: `path`. */
  readonly source?: string | undefined;
}

/**
 * Reads a contract; `undefined` where it has no paths.
 * @throws CodegenError with every problem of the file
 */
export async function readContract(file: ContractFile): Promise<Contract | undefined> {
  const source = file.source ?? file.path;
  const service = file.service ?? basename(file.path, extname(file.path));
  const raw = await readRaw(file.path, source);
  if (Object.keys(raw.paths ?? {}).length === 0) return undefined;
  const nameProblems = checkName(service, source);
  const document = await readBundle(file.path, source, nameProblems);
  toJsonAnswers(document);
  const { calls, problems } = listCalls(document, source);
  const allProblems = [...nameProblems, ...problems, ...checkPostVariants(document, calls, source)];
  if (allProblems.length > 0) throw new CodegenError(allProblems);
  return { service, source, document, ownSchemas: Object.keys(raw.components?.schemas ?? {}), calls };
}

async function readRaw(path: string, source: string): Promise<OpenApiDocument> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CodegenError([`${source}: cannot be read. Check the path.`], { cause });
  });
  const raw = parseText(text, source);
  if (raw?.swagger !== undefined) {
    throw new CodegenError([
      `${source}: is OpenAPI ${String(raw.swagger)}. Convert it to OpenAPI 3.0 or 3.1 first, for example with swagger2openapi.`,
    ]);
  }
  if (!/^3\.[01](\.|$)/.test(String(raw?.openapi ?? ''))) {
    const found = raw?.openapi === undefined ? 'has no `openapi` version' : `says \`openapi: ${String(raw.openapi)}\``;
    throw new CodegenError([`${source}: ${found}. Give an OpenAPI 3.0 or 3.1 file, YAML or JSON.`]);
  }
  return raw as unknown as OpenApiDocument;
}

function parseText(text: string, source: string): Record<string, unknown> | undefined {
  try {
    const raw: unknown = parse(text);
    return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.trim() : String(cause);
    throw new CodegenError([`${source}: is neither YAML nor JSON. ${message}`], { cause });
  }
}

function checkName(service: string, source: string): string[] {
  if (!isKebabCase(service)) {
    return [
      `${source}: the service name "${service}" is not kebab-case. Rename the file, for example gift-cards.yaml.`,
    ];
  }
  if (!isTaken(toCamelCase(service))) return [];
  return [`${source}: "${service}" cannot name a constant in TypeScript. Rename the file after the service.`];
}

async function readBundle(path: string, source: string, earlier: readonly string[]): Promise<OpenApiDocument> {
  // An empty configuration: nothing is linted, and no configuration file of the working directory is looked for.
  const { bundle: result, problems } = await bundle({ ref: path, config: await createConfig({}) });
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return result.parsed as OpenApiDocument;
  throw new CodegenError([...earlier, ...errors.map((problem) => describe(problem, path, source))]);
}

function describe(problem: NormalizedProblem, path: string, source: string): string {
  const [at] = problem.location;
  if (!at) return `${source}: ${problem.message}`;
  const file = at.source.absoluteRef === path ? '' : ` in ${basename(at.source.absoluteRef)}`;
  const where = `${source}: ${at.pointer ?? '#'}${file}`;
  const ref = refAt(at.source.body, at.pointer);
  if (ref === undefined) return `${where}: ${problem.message}`;
  return `${where}: the $ref "${ref}" does not resolve. Correct it or add what it names.`;
}

/** The `$ref` that stands at a JSON pointer of a text. */
function refAt(text: string, pointer = ''): string | undefined {
  const tokens = pointer.replace(/^#?\//, '').split('/');
  const names = tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const node = names.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], parse(text));
  const ref = (node as { $ref?: unknown } | undefined)?.$ref;
  return typeof ref === 'string' ? ref : undefined;
}
