/** Bytes that are kept, in memory of their own. */

/**
 * The bytes themselves where they are at least half of the memory they are in, a copy otherwise: what the wire brought may
 * be a small part of a socket's buffer, a `Buffer` a small part of Node's pool, and either would be kept as a whole.
 */
export function toOwnBytes(bytes: Uint8Array): Buffer {
  const { buffer, byteOffset, byteLength } = bytes;
  if (buffer.byteLength <= 2 * byteLength) return Buffer.from(buffer, byteOffset, byteLength);
  return Buffer.from(new Uint8Array(bytes).buffer);
}
