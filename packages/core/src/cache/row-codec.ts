/** How values of rows leave the process and come back, as JSON, and what they weigh. */
import type { Source } from '../context/freshness.ts';
import type { KnownValue } from '../loaders/row-cache.ts';
import type { Codec } from './store.ts';

/**
 * Longest path that is written with a value. A batch of a hundred keys has one path for all of them, which would outweigh
 * each of its values; without path and validator the answer can be used, but not be asked about again.
 */
const maxPathLength = 500;

/** What a record, its freshness and its share of the sources take. */
const recordBytes = 200;
/** Of a number, a place in a list or a property; names are shared by all objects of one shape. */
const placeBytes = 16;

export const rowCodec: Codec<KnownValue> = {
  encode: ({ value, freshness }) => JSON.stringify([value, freshness.freshUntil, freshness.sources.map(withinLength)]),
  decode: (stored) => {
    const parts: unknown = JSON.parse(stored.toString());
    if (!Array.isArray(parts) || parts.length !== 3) throw new TypeError('This is no value of a row.');
    const [value, freshUntil, sources] = parts;
    if (typeof freshUntil !== 'number' || !Array.isArray(sources) || !sources.every(isSource)) {
      throw new TypeError('This is no freshness.');
    }
    return { value, freshness: { isStorable: true, freshUntil, sources } };
  },
  sizeOf: ({ value }) => {
    let bytes = recordBytes;
    // No recursion: JSON may be nested deeper than the stack is.
    const parts: unknown[] = [value];
    for (const part of parts) {
      if (typeof part === 'string') bytes += 2 * part.length;
      else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) parts.push(inner);
      bytes += placeBytes;
    }
    return bytes;
  },
};

function withinLength(source: Source): Source {
  const { service, operationId, origin, path } = source;
  return path.length <= maxPathLength ? source : { service, operationId, origin, path: '' };
}

function isSource(value: unknown): value is Source {
  const { service, operationId, origin, path, etag = '' } = (value ?? {}) as Partial<Record<string, unknown>>;
  return [service, operationId, origin, path, etag].every((text) => typeof text === 'string');
}
