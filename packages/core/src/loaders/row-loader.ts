/** What one request knows of one row with one set of parameters: levels of keys in, values out, nothing asked twice. */
import DataLoader from 'dataloader';
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
    const flight: Flight = { columns: levels[0]?.columns, done: undefined, isDone: false };
    for (const { columns } of levels) flight.columns = unionOf(row, flight.columns, columns);
    const missing: Slot[] = [];
    const held = levels.map(({ keys, columns }) => keys.map((key) => hold(key, columns, flight, missing)));
    if (missing.length > 0) flight.done = fill(missing, flight, levels.length);
    // DataLoader settles each level with the promise in its place: a level waits for its own keys only.
    return held.map(arrived) as unknown as Values[];
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

  async function fill(missing: Slot[], flight: Flight, levels: number): Promise<void> {
    // Sorted keys make stable URLs, which caches on the way can recognise.
    if (missing.length > 1) missing.sort((a, b) => (a.id < b.id ? -1 : 1));
    const keys = missing.map(({ key }) => key);
    const values = await loadBatch(row, keys, { ...options, columns: flight.columns, levels });
    for (const [index, slot] of missing.entries()) slot.value = values[index];
    flight.isDone = true;
  }

  return {
    loadLevel: (keys, given) => {
      const level = { keys, columns: toColumns(row, given) };
      return readKnown(slots, level) ?? collected.load(level);
    },
    forget: (key) => {
      slots.delete(String(key));
    },
  };
}

/** The values of a level whose keys are all known. */
function readKnown(slots: ReadonlyMap<string, Slot>, { keys, columns }: Level): Values | undefined {
  if (slots.size < keys.length) return undefined;
  const values: unknown[] = [];
  for (const key of keys) {
    const slot = slots.get(String(key));
    if (slot === undefined || !slot.flight.isDone || !has(slot, columns)) return undefined;
    values.push(slot.value);
  }
  return values;
}

/** What is not there, or failed, has no more columns than it had. */
function has({ flight, value }: Slot, columns: Columns): boolean {
  if (flight.isDone && (value === null || value instanceof FacetError)) return true;
  return covers(flight.columns, columns);
}

async function arrived(slots: readonly Slot[]): Promise<Values> {
  const flights = new Set<Flight>();
  for (const { flight } of slots) if (!flight.isDone) flights.add(flight);
  for (const { done } of flights) await done;
  return slots.map(({ value }) => value);
}
