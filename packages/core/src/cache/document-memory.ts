/** Fitting: texts of documents that clients left, by their hashes, in a store. */
import type { Codec, MaybePromise, Reading, Store } from './store.ts';

/** Milliseconds a text is kept; whoever needs it longer sends it again. */
const ttlMs = 24 * 60 * 60 * 1_000;

export const documentCodec: Codec<string> = {
  encode: (text) => text,
  decode: (stored) => stored.toString('utf8'),
  sizeOf: (text) => 2 * text.length,
};

export interface DocumentTexts {
  get(hash: string): MaybePromise<string | undefined>;
  set(hash: string, text: string): void;
}

/** Creates a memory that forgets what the store forgets. */
export function createDocumentMemory(store: Store<string>): DocumentTexts {
  const read = (hash: string) => store.read([{ key: hash, tags: [] }]);

  return {
    get(hash) {
      const reading = read(hash);
      return 'then' in reading ? reading.then(toText) : toText(reading);
    },
    set(key, text) {
      const write = ({ values, versions }: Reading<string>) => {
        if (values[0] === undefined && versions !== undefined) {
          store.write([{ key, tags: [], value: text, ttlMs }], versions);
        }
      };
      const reading = read(key);
      if ('then' in reading) void reading.then(write);
      else write(reading);
    },
  };
}

function toText({ values }: Reading<string>): string | undefined {
  return values[0];
}
