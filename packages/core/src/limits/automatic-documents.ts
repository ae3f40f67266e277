/** Automatic persisted queries (Apollo's APQ): a client sends a text once, and from then on its hash. */
import { createHash } from 'node:crypto';
import { FacetError } from '../errors/facet-error.ts';

type MaybePromise<Value> = Value | Promise<Value>;

/** A bounded place for texts, which may forget any of them at any time. Never throws, never rejects. */
export interface DocumentMemory {
  get(hash: string): MaybePromise<string | undefined>;
  set(hash: string, text: string): void;
}

/** Gives the text that a hash stands for; `undefined` where the client has to send it, too. */
export type FindAutomatic = (hash: string, text: unknown) => MaybePromise<string | undefined>;

const sha256 = /^[\da-f]{64}$/;
/** Longer ones are answered, but not worth their memory. */
const maxTextLength = 10_000;

/** What it creates throws BAD_REQUEST for a hash that is not that of the text beside it: nothing is kept then. */
export function createFindAutomatic(memory: DocumentMemory): FindAutomatic {
  return (hash, text) => {
    if (text === undefined) return sha256.test(hash) ? memory.get(hash) : undefined;
    if (typeof text !== 'string' || createHash('sha256').update(text).digest('hex') !== hash) {
      throw new FacetError('BAD_REQUEST', {
        message: 'The sha256Hash in extensions.persistedQuery is not that of the query. Nothing was done.',
      });
    }
    if (text.length <= maxTextLength) memory.set(hash, text);
    return text;
  };
}
