import { describe, expect, it } from '@jest/globals';
import { toOwnBytes } from './own-bytes.ts';

describe('toOwnBytes', () => {
  it.each([0, 1, 300, 10_000])('copies %i bytes of something larger into memory of no more than that', (length) => {
    const part = Buffer.alloc(100_000, 'x').subarray(10, 10 + length);
    const own = toOwnBytes(part);
    expect(own.buffer.byteLength).toBe(length);
    expect(own.equals(part)).toBe(true);
  });

  it('copies nothing where it would spare nothing', () => {
    const all = new Uint8Array(10_000);
    expect(toOwnBytes(all).buffer).toBe(all.buffer);
    expect(toOwnBytes(all)).toHaveLength(10_000);
  });
});
