/** All documents that the builds of a client may send, as a module, so that a built package reads no files. */
import { toLiteral } from '../literal.ts';
import type { Manifest } from './manifest.ts';
import type { Releases } from './read-releases.ts';

/** Source of `trusted-documents.ts`; what several builds send is there once. */
export function writeTrustedDocuments(today: Manifest, { manifests, retired }: Releases): string {
  const operations = [today, ...manifests].flatMap((manifest) => manifest.operations);
  const byId = new Map(operations.map(({ id, name, body }) => [id, { id, name, body }]));
  const documents = [...byId.values()].sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1));
  const literal = toLiteral({ documents, retiredBuilds: retired }, 0, 'export const trustedDocuments: T = '.length);
  return `import type { TrustedDocuments } from '@facet/core';\n\nexport const trustedDocuments: TrustedDocuments = ${literal};\n`;
}
