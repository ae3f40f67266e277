/** Random choices that a seed repeats. */

export interface Random {
  /** A whole number of at least 0 and below the limit. */
  below(limit: number): number;
  chance(rate: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** Another sequence, the same for the same number. */
  fork(number: number): Random;
}

/** Mulberry32: 32 bits of state are plenty for choices in a test. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (rate) => next() < rate,
    pick: (values) => values[below(values.length)] as never,
    fork: (number) => createRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)),
  };
}
