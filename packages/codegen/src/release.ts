/** Arguments in, exit code out: releases a build of an app, or retires one. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CodegenError } from './codegen-error.ts';
import { RETIRED, readRetired } from './documents/read-releases.ts';
import { applyPlan, readIfThere } from './files.ts';
import { planWorkspace } from './plan-workspace.ts';

const HELP = `Usage: pnpm release:<client> --platform <name> --version <version> [--retire]

Writes schemas/<client>/releases/<platform>-<version>.json: what this build of the app may send for as long as it is in
use, whatever becomes of schemas/<client>/operations. With --retire, moves a build to retired.json instead: it is no longer
answered, and its users are told to update.

The app names its build by the headers apollographql-client-name (the platform) and apollographql-client-version.
`;

export interface ReleaseOptions {
  readonly client: string;
  readonly args: readonly string[];
  /** Folder that holds schemas/ and packages/. */
  readonly root: string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}

interface Build {
  readonly platform: string;
  readonly version: string;
}

/** Runs the command; returns its exit code: 0 done, 1 problems, 2 wrong arguments. */
export async function runRelease(options: ReleaseOptions): Promise<number> {
  const { client, root, print, printError } = options;
  const asked = readArguments(options);
  if (asked === undefined) return 2;
  const { retire, ...build } = asked;
  const folder = join(root, 'schemas', client, 'releases');
  const file = `schemas/${client}/releases/${toName(build)}`;
  try {
    if (retire) await retireBuild(folder, build, file);
    else {
      // What is not up to date, or cannot be answered, is not released.
      await applyPlan(await planWorkspace(root));
      await writeBuild(join(root, 'schemas', client, 'manifest.json'), folder, build, file);
    }
    const done = retire ? `Retired ${build.platform} ${build.version}.` : `Wrote ${file}.`;
    print(`${done} Commit the result.`);
    await applyPlan(await planWorkspace(root));
  } catch (error) {
    if (!(error instanceof CodegenError)) throw error;
    for (const problem of error.problems) printError(problem);
    return 1;
  }
  return 0;
}

function readArguments({ args, printError }: ReleaseOptions): (Build & { readonly retire: boolean }) | undefined {
  const string = { type: 'string', default: '' } as const;
  try {
    const { values } = parseArgs({
      args: args.filter((arg) => arg !== '--'),
      options: { platform: string, version: string, retire: { type: 'boolean', default: false } },
    });
    if (/^[a-z][a-z\d]*$/.test(values.platform) && /^\d[\w.+-]*$/.test(values.version)) return values;
    printError(`--platform takes a name such as ios, --version one such as 1.2.0.\n\n${HELP}`);
  } catch (error) {
    printError(`${(error as Error).message}\n\n${HELP}`);
  }
  return undefined;
}

/** A build is released once: what it was built with does not change any more. */
async function writeBuild(manifest: string, folder: string, build: Build, file: string): Promise<void> {
  const text = await readIfThere(manifest);
  if (text === undefined) throw new CodegenError([`${file}: there are no operations to release.`]);
  await assertNotRetired(folder, build, file);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, toName(build)), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new CodegenError([`${file}: is released already. Take another version.`]);
  });
}

async function assertNotRetired(folder: string, { platform, version }: Build, file: string): Promise<void> {
  const retired = await retiredIn(folder, file);
  const isRetired = retired.some((one) => one.platform === platform && one.version === version);
  if (isRetired) throw new CodegenError([`${file}: was retired. Take another version.`]);
}

async function retireBuild(folder: string, { platform, version }: Build, file: string): Promise<void> {
  const path = join(folder, toName({ platform, version }));
  if ((await readIfThere(path)) === undefined) throw new CodegenError([`${file}: there is no such build.`]);
  const retired = [...(await retiredIn(folder, file)), { platform, version }];
  await writeFile(join(folder, RETIRED), `${JSON.stringify(retired, null, 2)}\n`);
  await rm(path);
}

async function retiredIn(folder: string, file: string) {
  const retired = readRetired((await readIfThere(join(folder, RETIRED))) ?? '[]');
  if (typeof retired === 'string') throw new CodegenError([`${file}: ${RETIRED} beside it ${retired}`]);
  return retired;
}

const toName = ({ platform, version }: Build): string => `${platform}-${version}.json`;
