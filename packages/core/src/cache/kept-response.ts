/** A service's answer as the HTTP cache keeps it, and how it gets to Redis and back. */
import type { OutboundResponse } from '../client/transport.ts';
import type { Freshness } from '../context/freshness.ts';
import { readChecked, writeChecked } from './checked-frame.ts';
import { toOwnBytes } from './own-bytes.ts';
import type { Codec } from './store.ts';

/** Given to callers as it is, so the body is read once however often it is used. */
export type KeptResponse = OutboundResponse & { readonly freshness: Freshness };

type Headers = OutboundResponse['headers'];

/** Of all that a service sends: what says how to read the body, how long it holds, and how to ask again. */
const keptHeaders = [
  'content-type',
  'cache-control',
  'pragma',
  'expires',
  'date',
  'age',
  'vary',
  'etag',
  'last-modified',
] as const;

/** They are of one message, and a 304 without them does not have those of the answer that it renews. */
const ofOneMessage = new Set<string>(['date', 'age']);

/** Beside the bytes of the body: objects, headers, URL. */
const overheadBytes = 1_000;
const version = 1;

export function toKeptHeaders(headers: Headers): Headers {
  const kept: Record<string, string | string[]> = {};
  for (const name of keptHeaders) {
    const value = headers[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** Headers of an answer after a 304: its own, and those of the 304 where it has them (RFC 9111, 3.2). */
export function toRenewedHeaders(kept: Headers, notModified: Headers): Headers {
  const lasting = Object.entries(kept).filter(([name]) => !ofOneMessage.has(name));
  return { ...Object.fromEntries(lasting), ...toKeptHeaders(notModified) };
}

export const keptResponseCodec: Codec<KeptResponse> = {
  encode: ({ status, headers, freshness, body }) => writeChecked([version, status, headers, freshness], body),
  decode: (stored) => {
    const { head, body } = readChecked(stored);
    const [writtenBy, status, headers, freshness] = head as [number, number, Headers, Freshness];
    if (writtenBy !== version) throw new TypeError(`An answer was kept by version ${writtenBy}, not ${version}.`);
    return { status, headers, freshness, body: toOwnBytes(body) };
  },
  // The body counts twice: its bytes, and the value that it is read into.
  sizeOf: ({ body }) => 2 * body.byteLength + overheadBytes,
};
