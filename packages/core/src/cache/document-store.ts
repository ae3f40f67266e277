/** Fitting, a store that Apollo takes: documents that were parsed and found valid, by their text. */
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What Apollo asks of its `documentStore`. */
export interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>;
  set(key: string, document: DocumentNode): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** About 300 for the token and its share of the syntax tree, and as much or more for the plan made of it. */
const bytesPerToken = 1_000;

/**
 * Creates a store that weighs what documents really hold: their text, its tokens, and the key. Apollo's own weighs the
 * syntax tree alone, and lets padding in comments take any memory. The one longest unused gives way.
 */
export function createDocumentStore(maxBytes: number): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: maxBytes });
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set(key, document) {
      documents.set(key, document, { size: 2 * key.length + bytesOf(document) });
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}

function bytesOf({ loc }: DocumentNode): number {
  let tokenCount = 0;
  for (let token = loc?.startToken; token != null; token = token.next ?? undefined) tokenCount += 1;
  return 2 * (loc?.source.body.length ?? 0) + tokenCount * bytesPerToken;
}
