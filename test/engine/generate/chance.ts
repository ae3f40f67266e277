/** Repeatable chance: the same text always makes the same choice, so two executions meet the same data. */

/** A whole number from 0 to 2^32 - 1 (FNV-1a, mixed at the end so that every bit depends on the whole text). */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One of the options; the list must not be empty. */
export function choose<T>(text: string, options: readonly T[]): T {
  return options[chance(text) % options.length] as T;
}

/** True for one text in `outOf`. */
export function happens(text: string, outOf: number): boolean {
  return chance(text) % outOf === 0;
}
