/** Reading through the row cache: only those keys of a batch are fetched that no earlier request has left there. */
import type { Freshness, FreshnessRecorder } from '../context/freshness.ts';
import type { Key } from './row.ts';
import type { KeepValues, KnownValue, RowCache, RowQuery } from './row-cache.ts';

/** Values aligned to the keys; never rejects. */
export type FetchKeys = (keys: readonly Key[], keep: KeepValues | undefined) => Promise<readonly unknown[]>;

export interface ReadThroughOptions {
  readonly cache: RowCache;
  /** Hears of what was known; of what is fetched, the call tells it. */
  readonly freshness: FreshnessRecorder | undefined;
  readonly fetch: FetchKeys;
}

/** Values of the query's keys, aligned to them: what is known, and for the rest what `fetch` gives. Never rejects. */
export async function readThrough(query: RowQuery, options: ReadThroughOptions): Promise<readonly unknown[]> {
  const { cache, freshness, fetch } = options;
  const asked = cache.read(query);
  const { known, keep } = 'then' in asked ? await asked : asked;
  const missing = query.keys.filter((_key, index) => known[index] === undefined);
  if (missing.length === query.keys.length) return fetch(missing, keep);

  if (freshness !== undefined) report(known, freshness);
  const fetched = missing.length === 0 ? missing : await fetch(missing, keep);
  let next = 0;
  return known.map((each) => (each === undefined ? fetched[next++] : each.value));
}

/** Keys of one answer share its freshness, which is told once where they stand together. */
function report(known: readonly (KnownValue | undefined)[], recorder: FreshnessRecorder): void {
  let last: Freshness | undefined;
  for (const each of known) {
    if (each === undefined || each.freshness === last) continue;
    last = each.freshness;
    recorder.add(last);
  }
}
