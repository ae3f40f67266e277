/** An entry as it lies in Redis: a mark, when it ends, how long its payload is, what it depends on, the payload. */

/** Changes with the format, so that processes of different releases miss each other's entries. */
const mark = 'facet1';
const expiryStart = mark.length;
const lengthStart = expiryStart + 8;
const headBytes = lengthStart + 4;

export interface FrameHead {
  /** Versions of all that the entry depends on, in Latin-1. */
  readonly versions: string;
  /** Milliseconds since the epoch. Redis counts from when an entry reaches it, which may be late. */
  readonly expiresAt: number;
}

export function writeFrame({ versions, expiresAt }: FrameHead, payload: string | Buffer): Buffer {
  const payloadBytes = Buffer.byteLength(payload);
  const start = headBytes + versions.length;
  const frame = Buffer.allocUnsafe(start + payloadBytes);
  frame.write(mark, 0, 'latin1');
  frame.writeDoubleBE(expiresAt, expiryStart);
  frame.writeUInt32BE(payloadBytes, lengthStart);
  frame.write(versions, headBytes, 'latin1');
  if (typeof payload === 'string') frame.write(payload, start);
  else payload.copy(frame, start);
  return frame;
}

/** The payload, as a view of the frame; undefined when it ended, has other versions, or is no whole frame. */
export function readFrame(frame: Buffer, versions: string, now: number): Buffer | undefined {
  const start = headBytes + versions.length;
  if (frame.length < start || frame.toString('latin1', 0, mark.length) !== mark) return undefined;
  if (frame.readUInt32BE(lengthStart) !== frame.length - start) return undefined;
  if (!(frame.readDoubleBE(expiryStart) > now)) return undefined;
  return frame.toString('latin1', headBytes, start) === versions ? frame.subarray(start) : undefined;
}
