// Randomness that is the same on every machine and at every start: a small generator with a name for a seed.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  integer(lowest: number, highest: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** `count` different items, in random order; all of them when there are fewer. */
  sample<Item>(items: readonly Item[], count: number): Item[];
}

// FNV-1a, 32 bits.
function toSeed(name: string): number {
  let seed = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    seed = Math.imul(seed ^ name.charCodeAt(index), 0x01000193);
  }
  return seed >>> 0;
}

/** Each name has its own sequence (mulberry32), so what is made for one thing never shifts what is made for another. */
export function createRandom(name: string): Random {
  let state = toSeed(name);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (lowest: number, highest: number) => lowest + Math.floor(next() * (highest - lowest + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('pick: there is nothing to pick from');
    return items[integer(0, items.length - 1)] as Item;
  };
  const sample = <Item>(items: readonly Item[], count: number): Item[] => {
    const rest = [...items];
    const taken = Math.min(count, rest.length);
    return Array.from({ length: taken }, () => rest.splice(integer(0, rest.length - 1), 1)[0] as Item);
  };
  return { next, integer, chance: (probability) => next() < probability, pick, sample };
}
