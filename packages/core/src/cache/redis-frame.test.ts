import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFrame, writeFrame } from './redis-frame.ts';

const head = { versions: 'run1-version2', expiresAt: 1_000 };

describe('readFrame', () => {
  it('gives what was written, until it ends', () => {
    for (const payload of ['', 'täxt', Buffer.from([0, 255, 1])]) {
      const frame = writeFrame(head, payload);
      expect(readFrame(frame, head.versions, 999)?.equals(Buffer.from(payload))).toBe(true);
      expect(readFrame(frame, head.versions, 1_000)).toBeUndefined();
    }
  });

  it('gives nothing for other versions, shorter ones and longer ones included', () => {
    const frame = writeFrame(head, 'payload');
    for (const versions of ['run1-version3', 'run1', `${head.versions}pay`, '']) {
      expect(readFrame(frame, versions, 0)).toBeUndefined();
    }
  });

  it('gives nothing for a frame that was cut off, that something follows, or that is none', () => {
    const frame = writeFrame(head, 'payload');
    for (let length = 0; length < frame.length; length += 1) {
      expect(readFrame(frame.subarray(0, length), head.versions, 0)).toBeUndefined();
    }
    expect(readFrame(Buffer.concat([frame, Buffer.from('x')]), head.versions, 0)).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(readFrame(Buffer.from(bytes), head.versions, 0)).toBeUndefined();
      }),
    );
  });
});
