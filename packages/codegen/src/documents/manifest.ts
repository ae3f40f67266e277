/** Manifests: the documents that a build of an app sends, in Apollo's persisted-query manifest format. */
import { createHash } from 'node:crypto';

export interface ManifestOperation {
  /** SHA-256 of `body`, in lower-case hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly body: string;
}

export interface Manifest {
  readonly format: 'apollo-persisted-query-manifest';
  readonly version: 1;
  /** Sorted by name. */
  readonly operations: readonly ManifestOperation[];
}

export function toManifest(operations: readonly Omit<ManifestOperation, 'id'>[]): Manifest {
  const sorted = operations
    .map(({ name, type, body }) => ({ id: toId(body), name, type, body }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { format: 'apollo-persisted-query-manifest', version: 1, operations: sorted };
}

export const writeManifest = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** Reads what `writeManifest`, or a tool of Apollo's, wrote; otherwise says what is wrong with it, as a sentence. */
export function readManifest(text: string): Manifest | string {
  const manifest = parsed(text) as Partial<Manifest> | null | undefined;
  if (manifest?.format !== 'apollo-persisted-query-manifest' || manifest.version !== 1) {
    return 'is no persisted-query manifest of version 1.';
  }
  if (!Array.isArray(manifest.operations)) return 'has no list of operations.';
  const wrong = manifest.operations.find(({ id, name, body }) => typeof name !== 'string' || toId(`${body}`) !== id);
  if (wrong === undefined) return manifest as Manifest;
  return `${wrong.name}: the id is not the SHA-256 of the body. What was released must stay as it is.`;
}

function toId(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
