/** How whole answers leave the process and come back, and what they weigh. */
import { crc32 } from 'node:zlib';
import type { Source } from '../context/freshness.ts';
import type { Codec } from './store.ts';

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Without content coding. */
  readonly body: Buffer;
  /** Milliseconds since the epoch. */
  readonly freshUntil: number;
  readonly sources: readonly Source[];
}

const overheadBytes = 1_000;
const sourceBytes = 200;
const version = 1;

/** `<checksum of the rest> <JSON of all but the body>\n<body>`; JSON has no line breaks of its own. */
export const keptAnswerCodec: Codec<KeptAnswer> = {
  encode: ({ body, ...head }) => {
    const rest = Buffer.concat([Buffer.from(` ${JSON.stringify({ version, ...head })}\n`), body]);
    return Buffer.concat([Buffer.from(toChecksum(rest)), rest]);
  },
  decode: (stored) => {
    const rest = stored.subarray(8);
    if (stored.toString('latin1', 0, 8) !== toChecksum(rest)) throw new TypeError('These bytes are no kept answer.');
    const end = rest.indexOf('\n');
    const { version: writtenBy, ...head } = JSON.parse(rest.toString('utf8', 1, end));
    if (writtenBy !== version) throw new TypeError(`An answer was kept by version ${writtenBy}, not ${version}.`);
    return { ...head, body: rest.subarray(end + 1) };
  },
  // The body counts twice: its bytes, and what it is compressed to.
  sizeOf: ({ body, sources }) =>
    2 * body.byteLength + overheadBytes + sources.reduce((sum, { path }) => sum + 2 * path.length + sourceBytes, 0),
};

function toChecksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}
