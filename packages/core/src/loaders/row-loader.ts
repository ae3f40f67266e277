/** What one request knows of one row with one set of parameters: levels of keys in, values out, nothing asked twice. */
import DataLoader from 'dataloader';
import type { Freshness } from '../context/freshness.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { type BatchOptions, loadBatch } from './batch.ts';
import { type Columns, covers, toColumns, unionOf } from './columns.ts';
import type { Key, Row } from './row.ts';

/** Values aligned to the keys of a level; a key that failed has a FacetError in its place. */
export type Values = readonly unknown[];

export interface RowLoader {
  /**
   * The values of unique keys; at once when all of them are known. Levels of one turn share calls, and keys under way
   * are waited for. A key known with other columns is loaded again, with the union. Never rejects.
   */
  loadLevel(keys: readonly Key[], columns?: readonly string[]): Values | Promise<Values>;
  /**
   * Loads keys that levels may ask for later, in a batch of their own whose calls end with `signal`. Levels wait for it
   * as for all that is under way, but a failure is not theirs: whoever asks for what failed loads it again.
   */
  guess(keys: readonly Key[], columns: readonly string[] | undefined, signal: AbortSignal): void;
  /** The next level that asks for the key loads it again. */
  forget(key: Key): void;
}

interface Level {
  readonly keys: readonly Key[];
  readonly columns: Columns;
}

/** One batch; `columns` can grow until it leaves. */
interface Flight {
  columns: Columns;
  done: Promise<void> | undefined;
  isDone: boolean;
  /** Nobody has asked for it when it leaves. */
  readonly isGuess: boolean;
  /** What a guess is made of, until a level asks for some of it: only then is it part of the answer. */
  unheard?: Freshness[] | undefined;
}

/** A key's place; whoever waits holds the place, so a later one for more columns disturbs nobody. */
interface Slot {
  readonly id: string;
  readonly key: Key;
  readonly flight: Flight;
  value: unknown;
}

/** Lives as long as its request. DataLoader only schedules: what it collects are levels, not keys. */
export function createRowLoader(row: Row, options: Omit<BatchOptions, 'columns' | 'levels'>): RowLoader {
  const slots = new Map<string, Slot>();
  const collected = new DataLoader<Level, Values>((levels) => Promise.resolve(leave(levels)), { cache: false });

  function leave(levels: readonly Level[]): Values[] {
    const flight: Flight = { columns: levels[0]?.columns, done: undefined, isDone: false, isGuess: false };
    for (const { columns } of levels) flight.columns = unionOf(row, flight.columns, columns);
    const missing: Slot[] = [];
    const held = levels.map(({ keys, columns }) => keys.map((key) => hold(key, columns, flight, missing)));
    if (missing.length > 0) flight.done = fill(missing, flight, levels.length, options.context);
    // DataLoader settles each level with the promise in its place: a level waits for its own keys only.
    return levels.map((level, index) => arrived(level, held[index] as Slot[])) as unknown as Values[];
  }

  /** The slot that has, or will have, what a level reads of a key. */
  function hold(key: Key, columns: Columns, flight: Flight, missing: Slot[]): Slot {
    const id = String(key);
    const known = slots.get(id);
    if (known !== undefined && has(known, columns)) return known;
    if (known !== undefined) flight.columns = unionOf(row, flight.columns, known.flight.columns);
    const slot: Slot = { id, key, flight, value: null };
    slots.set(id, slot);
    missing.push(slot);
    return slot;
  }

  async function fill(missing: Slot[], flight: Flight, levels: number, context: RequestContext): Promise<void> {
    // Sorted keys make stable URLs, which caches on the way can recognise.
    if (missing.length > 1) missing.sort((a, b) => (a.id < b.id ? -1 : 1));
    const keys = missing.map(({ key }) => key);
    const values = await loadBatch(row, keys, { ...options, context, columns: flight.columns, levels });
    for (const [index, slot] of missing.entries()) slot.value = values[index];
    flight.isDone = true;
  }

  async function arrived(level: Level, held: readonly Slot[]): Promise<Values> {
    const flights = new Set<Flight>();
    let hasGuess = false;
    for (const { flight } of held) {
      if (!flight.isDone) flights.add(flight);
      hasGuess ||= flight.isGuess;
    }
    for (const { done } of flights) await done;
    if (hasGuess && held.some(isFailedGuess)) return collected.load(level);
    if (hasGuess) for (const { flight } of held) hear(flight);
    return held.map(({ value }) => value);
  }

  /** The values of a level whose keys are all known. */
  function readKnown({ keys, columns }: Level): Values | undefined {
    if (slots.size < keys.length) return undefined;
    const values: unknown[] = [];
    for (const key of keys) {
      const slot = slots.get(String(key));
      if (slot === undefined || !slot.flight.isDone || !has(slot, columns)) return undefined;
      if (slot.flight.unheard !== undefined) hear(slot.flight);
      values.push(slot.value);
    }
    return values;
  }

  /** Has the answer know what a guess is made of that has become part of it. */
  function hear(flight: Flight): void {
    for (const freshness of flight.unheard ?? []) options.context.freshness?.add(freshness);
    flight.unheard = undefined;
  }

  return {
    loadLevel: (keys, given) => {
      const level = { keys, columns: toColumns(row, given) };
      return readKnown(level) ?? collected.load(level);
    },
    guess: (keys, given, signal) => {
      const unheard: Freshness[] = [];
      const flight: Flight = { columns: toColumns(row, given), done: undefined, isDone: false, isGuess: true, unheard };
      const missing: Slot[] = [];
      for (const key of keys) if (!slots.has(String(key))) hold(key, flight.columns, flight, missing);
      if (missing.length > 0) flight.done = fill(missing, flight, 0, toGuessContext(options.context, signal, unheard));
    },
    forget: (key) => {
      slots.delete(String(key));
    },
  };
}

/** What is not there, or failed, has no more columns than it had. */
function has(slot: Slot, columns: Columns): boolean {
  const { flight, value } = slot;
  if (isFailedGuess(slot)) return false;
  if (flight.isDone && (value === null || value instanceof FacetError)) return true;
  return covers(flight.columns, columns);
}

/** It may have failed for its batch-mates, or with the end of the guess. */
function isFailedGuess({ flight, value }: Slot): boolean {
  return flight.isGuess && flight.isDone && value instanceof FacetError;
}

/** The request's context, for what it may never ask for. */
function toGuessContext(context: RequestContext, signal: AbortSignal, heard: Freshness[]): RequestContext {
  const freshness = { add: (one: Freshness) => void heard.push(one) };
  // Inherited, because reading a property of a context may say something of the request.
  return Object.create(context, { signal: { value: signal }, freshness: { value: freshness } });
}
