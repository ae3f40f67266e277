/** Reads the manifests of released app builds: those in use, and those that are told to update. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RetiredBuild } from '@facet/core';
import { GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { CodegenError } from '../codegen-error.ts';
import { type Manifest, type ManifestOperation, readManifest } from './manifest.ts';
import { problemsOf } from './read-operations.ts';

export interface Releases {
  /** Manifests of the builds in use. */
  readonly manifests: readonly Manifest[];
  readonly retired: readonly RetiredBuild[];
}

export const RETIRED = 'retired.json';
const RELEASE = /^[a-z][a-z\d]*-\d[\w.+-]*\.json$/;

/**
 * Reads `<platform>-<version>.json` and `retired.json` in a folder, which need not exist.
 * @param source what messages call the folder
 * @throws CodegenError for every operation of a build in use that today's schema cannot answer, and for a file that is
 *   not what it should be
 */
export async function readReleases(folder: string, source: string, schema: GraphQLSchema): Promise<Releases> {
  const names = existsSync(folder) ? (await readdir(folder)).sort() : [];
  const problems: string[] = [];
  const manifests: Manifest[] = [];
  for (const name of names.filter((each) => each !== RETIRED)) {
    const manifest = RELEASE.test(name)
      ? readManifest(await readFile(join(folder, name), 'utf8'))
      : 'is not called <platform>-<version>.json.';
    if (typeof manifest === 'string') problems.push(`${source}/${name}: ${manifest}`);
    else {
      manifests.push(manifest);
      problems.push(...manifest.operations.flatMap((each) => brokenIn(`${source}/${name}`, each, schema)));
    }
  }
  const retired = names.includes(RETIRED) ? readRetired(await readFile(join(folder, RETIRED), 'utf8')) : [];
  if (typeof retired === 'string') problems.push(`${source}/${RETIRED}: ${retired}`);
  if (problems.length > 0 || typeof retired === 'string') throw new CodegenError(problems);
  return { manifests, retired };
}

function brokenIn(file: string, { name, body }: ManifestOperation, schema: GraphQLSchema): string[] {
  const build = file.slice(file.lastIndexOf('/') + 1, -'.json'.length);
  return breaksOf(body, schema).map(
    (problem) => `${file}: ${name} would break in ${build}, which is in use: ${problem} Keep what it asks for.`,
  );
}

function breaksOf(body: string, schema: GraphQLSchema): string[] {
  try {
    return problemsOf(parse(body), schema);
  } catch (reason) {
    if (reason instanceof GraphQLError) return [reason.message];
    throw reason;
  }
}

/** The builds, or what is wrong with the text. */
export function readRetired(text: string): RetiredBuild[] | string {
  const shape = 'is not a list of { "platform", "version", "messages": { "en": … } }.';
  try {
    const builds: unknown = JSON.parse(text);
    return Array.isArray(builds) && builds.every(isRetiredBuild) ? builds : shape;
  } catch {
    return shape;
  }
}

function isRetiredBuild(build: Partial<RetiredBuild> | null): boolean {
  const { platform, version, messages = { en: '' } } = build ?? {};
  const texts = typeof messages === 'object' && messages !== null ? Object.values(messages) : [];
  const hasTexts = texts.length > 0 && texts.every((text) => typeof text === 'string');
  return typeof platform === 'string' && typeof version === 'string' && hasTexts;
}
