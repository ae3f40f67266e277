import { describe, expect, it } from '@jest/globals';
import { toHistogram } from './review.ts';

describe('toHistogram', () => {
  it('says how many stars each number counts', () => {
    expect(toHistogram({ histogram: [5, 4, 3, 2, 1] })).toEqual([
      { stars: 1, count: 5 },
      { stars: 2, count: 4 },
      { stars: 3, count: 3 },
      { stars: 4, count: 2 },
      { stars: 5, count: 1 },
    ]);
  });
});
