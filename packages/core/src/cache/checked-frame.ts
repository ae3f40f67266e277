/** How something with a body is written for Redis: `<checksum of the rest> <JSON of all but the body>\n<body>`. */
import { crc32 } from 'node:zlib';

const checksumLength = 8;

export function writeChecked(head: unknown, body: Uint8Array): Buffer {
  // JSON has no line breaks of its own.
  const rest = Buffer.concat([Buffer.from(` ${JSON.stringify(head)}\n`), body]);
  return Buffer.concat([Buffer.from(toChecksum(rest)), rest]);
}

/** The body is part of what was stored. Throws a TypeError for bytes that were cut or changed. */
export function readChecked(stored: Buffer): { readonly head: unknown; readonly body: Buffer } {
  const rest = stored.subarray(checksumLength);
  if (stored.toString('latin1', 0, checksumLength) !== toChecksum(rest)) {
    throw new TypeError('These bytes are no kept answer.');
  }
  const end = rest.indexOf('\n');
  return { head: JSON.parse(rest.toString('utf8', 1, end)), body: rest.subarray(end + 1) };
}

function toChecksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(checksumLength, '0');
}
