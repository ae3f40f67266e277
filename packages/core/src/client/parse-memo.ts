/** What public answers said last: the same bytes from the same URL are not parsed again. */
import type { ParsePublic } from './call.ts';
import { Comparison } from './comparison.ts';
import type { ParseJson } from './parse-json.ts';

interface Entry {
  readonly body: Buffer;
  readonly value: unknown;
  readonly comparison: Comparison;
}

/** What one entry takes beside its body and its URL. */
const overheadBytes = 1_000;

/**
 * Creates a memo around `parse` that lives as long as the process. It is no cache of answers: every call is made, and
 * only bytes that are equal to the last ones give the last value. That value is shared between requests, so it must
 * never be changed. A URL whose bytes change all the time is compared ever more seldom.
 *
 * `maxBytes` bounds the bodies and their URLs, 32 MiB by default, the least recently asked for going first; the values
 * take about as much again, or several times that where they are many small numbers.
 */
export function createParseMemo(parse: ParseJson, maxBytes = 32 * 1024 * 1024): ParsePublic {
  const entries = new Map<string, Entry>();
  let bytes = 0;

  function drop(url: string, entry: Entry): void {
    entries.delete(url);
    bytes -= sizeOf(url, entry);
  }

  function keep(url: string, entry: Entry): void {
    if (sizeOf(url, entry) > maxBytes) return;
    entries.set(url, entry);
    bytes += sizeOf(url, entry);
    for (const [oldest, other] of entries) {
      if (bytes <= maxBytes) return;
      drop(oldest, other);
    }
  }

  return (url, body) => {
    const known = entries.get(url);
    if (known?.comparison.isDue() === false) return parse(body);
    if (known?.body.equals(body)) {
      known.comparison.same();
      entries.delete(url);
      entries.set(url, known);
      return known.value;
    }
    known?.comparison.changed();
    if (known !== undefined) drop(url, known);
    const value = parse(body);
    keep(url, { body: toOwnBytes(body), value, comparison: known?.comparison ?? new Comparison() });
    return value;
  };
}

function sizeOf(url: string, { body }: Entry): number {
  return overheadBytes + 2 * url.length + body.byteLength;
}

/** A body as the wire gave it may be a small part of a socket's buffer, a copy one of Node's pool, and would keep all of it. */
function toOwnBytes(body: Uint8Array): Buffer {
  const isMostOfIt = body.buffer.byteLength <= 2 * body.byteLength;
  return isMostOfIt
    ? Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    : Buffer.from(new Uint8Array(body).buffer);
}
