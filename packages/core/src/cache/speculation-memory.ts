/** What an operation asked its loaders for after its first turn, as guesses for the next time it runs. */
import type { AskedLevel } from '../loaders/loaders.ts';
import type { Key, Row } from '../loaders/row.ts';

/** All keys of one row and set of parameters that were asked for, in whatever levels. */
export interface Guess extends AskedLevel {
  readonly paramsId: string;
  /** Calls that it takes. */
  readonly callCount: number;
}

/** The last run of an operation. */
export interface SpeculationMemory {
  /** As they were asked for, to see at a glance that another run asked for the same. */
  readonly later: readonly AskedLevel[];
  readonly guesses: readonly Guess[];
}

/** What a run asked for. */
export interface Asked {
  /** Before anything was answered; starts without any guess. */
  readonly first: readonly AskedLevel[];
  readonly later: readonly AskedLevel[];
}

/** What became of guesses, in calls. */
export interface GuessOutcome {
  readonly started: number;
  /** Of those: the ones that were asked for, at least some of it. */
  readonly used: number;
  /** Of those: the ones that nothing was asked of. */
  readonly wasted: number;
  /** Calls that were made beside used ones, for keys that the guess had not; without any guess they had been one. */
  readonly further: number;
  /** Keys of used calls that nobody asked for. */
  readonly extraKeys: number;
}

/** One guess is at most one round of calls: a level that needs one of its keys never waits for a second round. */
const maxCallsPerGuess = 10;
const maxKeysPerGuess = 1_000;

/** Of keys in a URL, so that there is room for everything else below 8,000 bytes (RFC 9110, 4.1). */
const maxKeyBytes = 6_000;

type Asking = Map<Row, Map<string, { readonly level: AskedLevel; readonly keys: Map<string, Key> }>>;

/** Remembers a run; without guesses where nothing can be guessed of the next. */
export function toMemory({ first, later }: Asked): SpeculationMemory {
  const asking = merged(later);
  for (const { row, params, keys } of first) {
    const same = asking.get(row)?.get(JSON.stringify(params));
    for (const key of same === undefined ? [] : keys) same?.keys.delete(String(key));
  }
  const guesses: Guess[] = [];
  for (const ofRow of asking.values()) {
    for (const [paramsId, { level, keys }] of ofRow) {
      const guess = { ...level, keys: [...keys.values()], paramsId };
      if (isGuessable(guess)) guesses.push({ ...guess, callCount: callsFor(guess.row, keys.size) });
    }
  }
  return { later, guesses };
}

/** Whether levels are those of the last run, in the order of then. */
export function isAsBefore({ later }: SpeculationMemory, now: readonly AskedLevel[]): boolean {
  return later.length === now.length && later.every((level, index) => isSame(level, now[index] as AskedLevel));
}

/** What became of guesses in a run that went another way than the last. */
export function toOutcome(guesses: readonly Guess[], { first, later }: Asked): GuessOutcome {
  const outcome = { started: 0, used: 0, wasted: 0, further: 0, extraKeys: 0 };
  const asking = merged([...first, ...later]);
  for (const { row, paramsId, keys, callCount } of guesses) {
    const asked = asking.get(row)?.get(paramsId)?.keys ?? new Map<string, Key>();
    const usedKeys = keys.reduce<number>((sum, key) => sum + (asked.has(String(key)) ? 1 : 0), 0);
    // Where a call has one key, each key that nobody asked for is a call.
    const used = usedKeys === 0 || row.takesList ? Math.min(usedKeys, callCount) : usedKeys;
    outcome.started += callCount;
    outcome.used += used;
    outcome.wasted += callCount - used;
    if (usedKeys === 0 || !row.takesList) continue;
    outcome.extraKeys += keys.length - usedKeys;
    if (asked.size > usedKeys) outcome.further += 1;
  }
  return outcome;
}

/** What became of guesses that were right in everything. */
export function toRightOutcome(guesses: readonly Guess[]): GuessOutcome {
  const started = countCalls(guesses);
  return { started, used: started, wasted: 0, further: 0, extraKeys: 0 };
}

export function countCalls(guesses: readonly Guess[]): number {
  return guesses.reduce((sum, { callCount }) => sum + callCount, 0);
}

/** Bytes of memory, roughly. */
export function sizeOfMemory({ later }: SpeculationMemory): number {
  let bytes = 500;
  // Twice: as it was asked for, and as a guess.
  for (const { keys } of later) for (const key of keys) bytes += 2 * (16 + String(key).length);
  return bytes + 300 * later.length;
}

/** By row and parameters; each with the columns of all. */
function merged(levels: readonly AskedLevel[]): Asking {
  const asking: Asking = new Map();
  for (const level of levels) {
    const { row, params, keys, columns } = level;
    const ofRow = asking.get(row) ?? new Map();
    asking.set(row, ofRow);
    const id = JSON.stringify(params);
    const known = ofRow.get(id);
    const both = known === undefined || known.level.columns === columns ? level : { ...level, columns: undefined };
    const allKeys = known?.keys ?? new Map<string, Key>();
    for (const key of keys) allKeys.set(String(key), key);
    ofRow.set(id, { level: both, keys: allKeys });
  }
  return asking;
}

function isGuessable({ row, keys }: AskedLevel): boolean {
  if (keys.length === 0 || keys.length > maxKeysPerGuess || row.operation.method !== 'GET') return false;
  if (callsFor(row, keys.length) > maxCallsPerGuess) return false;
  // More keys than one GET can carry are read by POST there.
  return row.post === undefined || (keys.length <= row.maxKeys && bytesOf(keys) <= maxKeyBytes);
}

function callsFor(row: Row, keyCount: number): number {
  return row.keys === undefined ? 1 : Math.ceil(keyCount / row.maxKeys);
}

/** At most: nine bytes of one UTF-16 unit, and three between keys. */
function bytesOf(keys: readonly Key[]): number {
  return keys.reduce<number>((sum, key) => sum + 9 * String(key).length + 3, 0);
}

function isSame(a: AskedLevel, b: AskedLevel): boolean {
  if (a.row !== b.row || a.columns !== b.columns || a.keys.length !== b.keys.length) return false;
  if (!a.keys.every((key, index) => key === b.keys[index])) return false;
  return a.params === b.params || JSON.stringify(a.params) === JSON.stringify(b.params);
}
