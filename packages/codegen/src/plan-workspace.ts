/** Which files the workspace generates from which: the one place that knows schemas/ and the packages. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { CodegenError } from './codegen-error.ts';
import { readContract } from './contracts/read-contract.ts';
import { type Manifest, writeManifest } from './documents/manifest.ts';
import { readOperations } from './documents/read-operations.ts';
import { type Releases, readReleases } from './documents/read-releases.ts';
import { writeTrustedDocuments } from './documents/write-trusted-documents.ts';
import { type FilePlan, toHeader } from './files.ts';
import { writeContract } from './generate-operations.ts';
import { readMappers } from './sdl/read-mappers.ts';
import { readSdl, type Sdl } from './sdl/read-sdl.ts';
import { writeResolvers } from './sdl/write-resolvers.ts';
import { writeTypeDefs } from './sdl/write-type-defs.ts';

type PlannedFile = readonly [path: string, content: string];

const CONTRACT_EXTENSIONS = new Set(['.yaml', '.yml', '.json']);

/**
 * Plans every generated file of a workspace.
 * @param root folder that holds schemas/ and packages/
 * @throws CodegenError with every problem of every contract and SDL file
 */
export async function planWorkspace(root: string): Promise<FilePlan> {
  const contracts = (await listNames(root, 'schemas/services')).filter((name) =>
    CONTRACT_EXTENSIONS.has(extname(name)),
  );
  const packages = await listNames(root, 'packages');
  const planned = await settle([
    ...contracts.map((name) => planContract(root, `schemas/services/${name}`)),
    ...(await listClients(root)).map((client) => planClient(root, client, packages)),
  ]);
  const owners = packages.filter((name) => name.endsWith('-bff') || name === 'sources' || name === 'domain-services');
  return { files: toFiles(planned.flat()), folders: owners.map((name) => generated(root, name)) };
}

async function planContract(root: string, source: string): Promise<PlannedFile[]> {
  const contract = await readContract({ path: join(root, source), source });
  if (!contract) return [];
  const { service, types, operations, routes } = await writeContract(contract);
  const [client, server] = [generated(root, 'sources'), generated(root, 'domain-services')];
  return [
    [join(client, `${service}.ts`), types],
    [join(client, `${service}-operations.ts`), operations],
    [join(server, `${service}.ts`), types],
    [join(server, `${service}-routes.ts`), routes],
  ];
}

async function planClient(root: string, client: string, packages: readonly string[]): Promise<PlannedFile[]> {
  const source = `schemas/${client}`;
  const sdl = await readSdl(join(root, source), source);
  if (!sdl) return [];
  const name = `${client}-bff`;
  if (!packages.includes(name)) {
    throw new CodegenError([
      `${source}: there is no packages/${name} to generate for. Create it or rename the folder.`,
    ]);
  }
  const mappers = await readMappers(join(root, 'packages', name, 'src/mappers.ts'));
  const header = toHeader(sdl.source);
  return [
    [join(generated(root, name), 'resolvers.ts'), header + (await writeResolvers(sdl, mappers))],
    [join(generated(root, name), 'type-defs.ts'), header + writeTypeDefs(sdl)],
    ...(await planDocuments(root, client, sdl)),
  ];
}

/** What the client's app sends: a manifest for its build, and for the BFF those of all builds in use. */
async function planDocuments(root: string, client: string, { schema }: Sdl): Promise<PlannedFile[]> {
  const source = `schemas/${client}`;
  const [manifest, releases] = await settle<[Manifest | undefined, Releases]>([
    readOperations(join(root, source, 'operations'), `${source}/operations`, schema),
    readReleases(join(root, source, 'releases'), `${source}/releases`, schema),
  ]);
  if (manifest === undefined) return [];
  const header = toHeader(`${source}/{operations,releases}`);
  return [
    [join(root, source, 'manifest.json'), writeManifest(manifest)],
    [
      join(generated(root, `${client}-bff`), 'trusted-documents.ts'),
      header + writeTrustedDocuments(manifest, releases),
    ],
  ];
}

/** Every folder of schemas/ but that of the services is a client's. */
async function listClients(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'schemas'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return folders.filter((name) => name !== 'services' && name !== 'events').sort();
}

const generated = (root: string, name: string) => join(root, 'packages', name, 'src/generated');

async function listNames(root: string, folder: string): Promise<string[]> {
  return existsSync(join(root, folder)) ? (await readdir(join(root, folder))).sort() : [];
}

function toFiles(planned: readonly PlannedFile[]): Map<string, string> {
  const files = new Map(planned);
  if (files.size === planned.length) return files;
  const twice = planned.filter(([path], index) => planned.findIndex(([other]) => other === path) !== index);
  throw new CodegenError(twice.map(([path]) => `${path}: comes from two contracts. Rename one of them.`));
}

/** Waits for all, so that one run reports the problems of all. */
async function settle<T extends readonly unknown[]>(
  work: { readonly [Index in keyof T]: Promise<T[Index]> },
): Promise<T> {
  const results = await Promise.allSettled(work);
  const failures = results.filter((result) => result.status === 'rejected').map((result): unknown => result.reason);
  const problems = failures.flatMap((failure) => {
    if (!(failure instanceof CodegenError)) throw failure;
    return failure.problems;
  });
  if (problems.length > 0) throw new CodegenError(problems);
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
