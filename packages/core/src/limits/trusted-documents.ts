/** The documents that clients were built with: each is known to be valid before anybody asks, and found by its id. */
import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, parse, stripIgnoredCharacters } from 'graphql';
import type { RetiredBuild } from './retired-builds.ts';

/** One operation of a manifest (Apollo's persisted-query manifest, version 1). */
export interface TrustedDocument {
  /** SHA-256 of `body`, 64 lower-case hexadecimal digits. */
  readonly id: string;
  /** Of the operation. */
  readonly name: string;
  /** The operation with the fragments that it uses. */
  readonly body: string;
}

/** What the apps of a BFF may send; codegen writes it from `schemas/<client>`. */
export interface TrustedDocuments {
  /** Of today's app and of every released build that is in use. */
  readonly documents: readonly TrustedDocument[];
  /** Builds that are told to update. */
  readonly retiredBuilds: readonly RetiredBuild[];
}

export interface DocumentRegister {
  /** The text that an id stands for; takes `<id>` and `sha256:<id>` (GraphQL over HTTP, appendix A). */
  find(id: string): string | undefined;
  /** Whether a text is a trusted document's, whatever white space, commas and comments it has. */
  isTrusted(text: string): boolean;
}

export interface DocumentRegisterOptions {
  readonly documents: readonly TrustedDocument[];
  /** Says, a sentence each, why a document cannot be run. */
  readonly findProblems: (document: DocumentNode) => readonly string[];
}

/** Texts written otherwise are remembered; clients send few different ones. */
const maxRemembered = 200;

/** Throws a TypeError that names every document that cannot be run, and why. */
export function createDocumentRegister(options: DocumentRegisterOptions): DocumentRegister {
  assertUsable(options);
  const { documents } = options;
  const textById = new Map(documents.flatMap(({ id, body }) => [[id, body] as const, [`sha256:${id}`, body] as const]));
  const bodies = new Set(documents.map(({ body }) => body));
  const stripped = new Set(documents.map(({ body }) => stripIgnoredCharacters(body)));
  const maxLength = 4 * Math.max(0, ...documents.map(({ body }) => body.length));
  const remembered = new Map<string, boolean>();

  function isWrittenOtherwise(text: string): boolean {
    // What is so much longer is padding or something else, and not worth reading.
    if (text.length > maxLength) return false;
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const isIt = stripped.has(strippedOf(text) ?? '');
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(text, isIt);
    return isIt;
  }

  return {
    find: (id) => textById.get(id),
    isTrusted: (text) => bodies.has(text) || isWrittenOtherwise(text),
  };
}

/** `undefined` for what cannot be read. */
function strippedOf(text: string): string | undefined {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return undefined;
  }
}

function assertUsable({ documents, findProblems }: DocumentRegisterOptions): void {
  const problems = documents.flatMap((document) =>
    problemsOf(document, findProblems).map((problem) => `- ${document.name} (${document.id}): ${problem}`),
  );
  if (problems.length === 0) return;
  throw new TypeError(
    `Trusted documents cannot be run:\n${problems.join('\n')}\n` +
      'Apps that are in use send them. Change the schema or the limit so that they can be run, or retire their builds.',
  );
}

function problemsOf(
  { id, body }: TrustedDocument,
  findProblems: DocumentRegisterOptions['findProblems'],
): readonly string[] {
  if (createHash('sha256').update(body).digest('hex') !== id) return ['the id is not the SHA-256 of the body'];
  try {
    return findProblems(parse(body));
  } catch (reason) {
    if (reason instanceof GraphQLError) return [reason.message];
    throw reason;
  }
}
