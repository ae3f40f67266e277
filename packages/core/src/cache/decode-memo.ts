/** What stored bytes were decoded to last: the same bytes under the same key are the same value again. */
import { LRUCache } from 'lru-cache';
import { toOwnBytes } from './own-bytes.ts';
import type { Codec } from './store.ts';

export interface DecodeMemo {
  /** Decodes with the codec what is not known; throws what the codec throws. */
  of<Value>(codec: Codec<Value>): (key: string, payload: Buffer) => Value;
  usedBytes(): number;
}

interface Decoded {
  readonly payload: Buffer;
  readonly value: unknown;
}

const entryOverheadBytes = 600;

/** Creates a memo for all codecs, whose keys must differ; what was used least recently gives way. */
export function createDecodeMemo(maxBytes: number): DecodeMemo {
  const known = new LRUCache<string, Decoded>({ maxSize: maxBytes });

  return {
    of<Value>({ decode, sizeOf }: Codec<Value>) {
      return (key: string, payload: Buffer): Value => {
        const last = known.get(key);
        // Only this function puts values under this codec's keys.
        if (last?.payload.equals(payload)) return last.value as Value;
        const own = toOwnBytes(payload);
        const value = decode(own);
        const size = Math.ceil(entryOverheadBytes + 2 * key.length + own.length + sizeOf(value));
        if (Number.isSafeInteger(size)) known.set(key, { payload: own, value }, { size });
        return value;
      };
    },
    usedBytes: () => known.calculatedSize,
  };
}
