import { describe, expect, it } from '@jest/globals';
import { toRedisKey } from './redis-key.ts';

describe('toRedisKey', () => {
  it('leaves short names readable, and bounds the length of others', () => {
    expect(toRedisKey('p:', 'short')).toBe('p:short');
    expect(toRedisKey('p:', 'x'.repeat(10_000))).toHaveLength(46);
  });

  it('gives nobody the key of another name, not even by its hash', () => {
    const long = 'x'.repeat(10_000);
    const hash = toRedisKey('', long);
    expect(toRedisKey('', hash)).not.toBe(hash);
    expect(toRedisKey('', `${long}x`)).not.toBe(hash);
  });
});
