/** Whole answers of public operations, kept as long as they hold, and a while longer to ask whether they still do. */
import type { Freshness, Source } from '../context/freshness.ts';
import type { Answer } from '../http/answer.ts';
import { toTotal } from './freshness-total.ts';
import type { KeptAnswer } from './kept-answer-codec.ts';
import type { MaybePromise, Reading, Store, TagVersions, Wanted } from './store.ts';

export interface KeptAnswersOptions {
  /** Of answers as `keptAnswerCodec` writes them. */
  readonly store: Store<KeptAnswer>;
  /** Text of a state of tags, the same for two readings only where none changed in between. */
  readonly asOf: (versions: TagVersions) => string;
  /** Milliseconds an answer is kept for revalidation after its end; 10 minutes by default. */
  readonly revalidateMs?: number;
  /** Longest body that is kept; 256 KiB by default. */
  readonly maxBodyBytes?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** What there is for a request, as of the moment it was looked for. */
export interface Found {
  readonly wanted: Wanted;
  /** May be given as it is. */
  readonly fresh?: Answer;
  /** Was right until it ended, and may still be. */
  readonly stale?: KeptAnswer;
  /** Absent where nothing may be kept. */
  readonly versions?: TagVersions;
  /** Differs wherever something has changed in between. */
  readonly asOf: string;
}

export interface KeptAnswers {
  /** Synchronous in memory. */
  find(wanted: Wanted): MaybePromise<Found>;
  /**
   * The answer with how long it holds, kept if it may be; as it came where its parts say that nobody may keep it.
   * `found` was looked for before it was made, which began at `startedAt`.
   */
  keep(answer: Answer, freshness: Freshness, terms: Terms): Answer;
  /** An answer that ended, whose sources say with `freshness` that they still are what it was made of. */
  renew(stale: KeptAnswer, freshness: Freshness, terms: Terms): Answer;
}

export interface Terms {
  readonly found: Found | undefined;
  readonly startedAt: number;
  /** Milliseconds. */
  readonly maxAgeMs: number;
}

/** No answer is kept for longer, however long it is fresh. */
const maxTtlMs = 3_600_000;

/** More are not asked one by one. */
const maxSources = 50;

export function createKeptAnswers(options: KeptAnswersOptions): KeptAnswers {
  const { store, asOf, revalidateMs = 600_000, maxBodyBytes = 262_144, now = Date.now } = options;

  function toFound(wanted: Wanted, { values: [kept], versions }: Reading<KeptAnswer>): Found {
    if (kept !== undefined && kept.freshUntil > now()) return { wanted, fresh: toAnswer(kept), asOf: '' };
    const stale = kept === undefined ? {} : { stale: kept };
    return versions === undefined
      ? { wanted, ...stale, asOf: 'unknown' }
      : { wanted, ...stale, versions, asOf: asOf(versions) };
  }

  function write(kept: KeptAnswer, found: Found | undefined): void {
    if (found?.versions === undefined || kept.body.byteLength > maxBodyBytes) return;
    const freshMs = Math.max(kept.freshUntil - now(), 0);
    const ttlMs = Math.min(freshMs + (canRevalidate(kept.sources) ? revalidateMs : 0), maxTtlMs);
    if (ttlMs > 0) store.write([{ ...found.wanted, value: kept, ttlMs }], found.versions);
  }

  return {
    find(wanted) {
      const reading = store.read([wanted]);
      return 'then' in reading ? reading.then((read) => toFound(wanted, read)) : toFound(wanted, reading);
    },
    keep(answer, { isStorable, freshUntil: partsUntil, sources }, { found, startedAt, maxAgeMs }) {
      if (!answer.isShareable || !Buffer.isBuffer(answer.body) || !isStorable) return answer;
      const { status, headers, body } = answer;
      const freshUntil = Math.min(partsUntil, startedAt + maxAgeMs);
      write({ status, headers, body, freshUntil, sources }, found);
      return { ...answer, freshUntil };
    },
    renew(stale, { freshUntil: partsUntil, sources }, { found, startedAt, maxAgeMs }) {
      const renewed = { ...stale, freshUntil: Math.min(partsUntil, startedAt + maxAgeMs), sources };
      write(renewed, found);
      return toAnswer(renewed);
    },
  };
}

/** Asks all sources at once; `undefined` where one is not what it was. Never rejects. */
export async function revalidate(
  sources: readonly Source[],
  isCurrent: (source: Source) => Promise<Freshness | undefined>,
): Promise<Freshness | undefined> {
  if (!canRevalidate(sources)) return undefined;
  const parts = await Promise.all(sources.map(isCurrent));
  const current = parts.filter((part) => part !== undefined);
  return current.length === parts.length ? toTotal(current) : undefined;
}

function canRevalidate(sources: readonly Source[]): boolean {
  return sources.length > 0 && sources.length <= maxSources && sources.every(({ etag }) => etag !== undefined);
}

function toAnswer({ status, headers, body, freshUntil }: KeptAnswer): Answer {
  return { status, headers, body, isShareable: true, freshUntil };
}
