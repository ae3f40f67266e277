// Does work at most once a key: remembers the answer with the effect, and gives it again
// (draft-ietf-httpapi-idempotency-key-header).
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AnyDatabase } from '../collections/collection.ts';
import type { Answer } from '../http/answer.ts';
import { Problem } from '../problem.ts';
import { purgeIntervalMs, retentionMs } from '../retention.ts';
import type { IdempotencyKeyRow, IdempotencyTables } from './tables.ts';

export interface IdempotencyOptions {
  /** A database with the table of `idempotencyMigration`. */
  readonly db: AnyDatabase;
  /** How long an attempt is believed to be alive after it began; 30 s. */
  readonly leaseMs?: number;
  /** How long an answer is kept; `retentionMs`, 24 h. */
  readonly keepMs?: number;
  /** The current time in ms since 1970. */
  readonly now?: () => number;
}

/** What is to be done, and under which key. */
export interface Work {
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** The right to do the work, until it is kept, released or taken over. */
export interface Lease {
  /**
   * Keeps the answer. Given the transaction of the effect, both are there or neither.
   * Throws IDEMPOTENCY_KEY_IN_USE, which rolls such a transaction back, when another attempt took over.
   */
  keep(db: AnyDatabase, answer: Answer): Promise<void>;
  /** Forgets the attempt: the key may be used as if for the first time. */
  release(): Promise<void>;
}

export type Claim =
  | { readonly state: 'begun'; readonly lease: Lease }
  | { readonly state: 'done'; readonly answer: Answer };

export interface Idempotency {
  readonly db: AnyDatabase;
  /**
   * Begins the work, or gives the answer it once had. Throws IDEMPOTENCY_KEY_IN_USE while another attempt is under
   * way, and IDEMPOTENCY_KEY_REUSED when the key stood for other work. An attempt whose lease ran out is taken over,
   * so work must be safe to do again by its own natural keys unless its effect is kept in one transaction.
   */
  claim(work: Work): Promise<Claim>;
}

const maxTurns = 3;

const inUse = () =>
  new Problem('IDEMPOTENCY_KEY_IN_USE', 'A request with this Idempotency-Key is still under way; try again shortly.', {
    headers: { 'retry-after': '1' },
  });

const reused = () =>
  new Problem('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request; choose a new one.');

const toAnswer = ({ status, headers, body }: IdempotencyKeyRow): Answer => ({
  status: status ?? 200,
  headers: JSON.parse(headers ?? '{}'),
  body: body ?? '',
});

export function createIdempotency(options: IdempotencyOptions): Idempotency {
  const { leaseMs = 30_000, keepMs = retentionMs, now = Date.now } = options;
  const db = options.db as Kysely<IdempotencyTables>;
  const toTime = (ms: number) => new Date(ms).toISOString();
  let purgedAt = Number.NEGATIVE_INFINITY;

  const toLease = ({ scope, key }: Work, attempt: string): Lease => ({
    keep: async (transaction, { status, headers, body }) => {
      const { numUpdatedRows } = await (transaction as Kysely<IdempotencyTables>)
        .updateTable('idempotency_keys')
        .set({ state: 'done', status, headers: JSON.stringify(headers), body })
        .where((row) => row.and({ scope, key, attempt, state: 'running' }))
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw inUse();
    },
    release: async () => {
      await db
        .deleteFrom('idempotency_keys')
        .where((row) => row.and({ scope, key, attempt, state: 'running' }))
        .execute();
    },
  });

  const begin = async (work: Work): Promise<Lease | undefined> => {
    const attempt = randomUUID();
    const times = { leased_until: toTime(now() + leaseMs), created_at: toTime(now()) };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('idempotency_keys')
      .values({ ...work, ...times, state: 'running', attempt, status: null, headers: null, body: null })
      .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n ? toLease(work, attempt) : undefined;
  };

  const takeOver = async (work: Work, { attempt: lost }: IdempotencyKeyRow): Promise<Lease | undefined> => {
    const attempt = randomUUID();
    const { numUpdatedRows } = await db
      .updateTable('idempotency_keys')
      .set({ attempt, leased_until: toTime(now() + leaseMs) })
      .where((row) => row.and({ scope: work.scope, key: work.key, attempt: lost, state: 'running' }))
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n ? toLease(work, attempt) : undefined;
  };

  /** Old answers go when somebody comes by, at most once a minute. */
  const purge = async () => {
    if (now() - purgedAt < purgeIntervalMs) return;
    purgedAt = now();
    await db
      .deleteFrom('idempotency_keys')
      .where('created_at', '<=', toTime(now() - keepMs))
      .where('leased_until', '<=', toTime(now()))
      .execute();
  };

  const find = ({ scope, key }: Work) =>
    db
      .selectFrom('idempotency_keys')
      .selectAll()
      .where((row) => row.and({ scope, key }))
      .executeTakeFirst();

  const claim = async (work: Work): Promise<Claim> => {
    await purge();
    // Between two statements another attempt may have been released: then it is as if it never was.
    for (let turn = 0; turn < maxTurns; turn += 1) {
      const lease = await begin(work);
      if (lease) return { state: 'begun', lease };
      const row = await find(work);
      if (!row) continue;
      if (row.fingerprint !== work.fingerprint) throw reused();
      if (row.state === 'done') return { state: 'done', answer: toAnswer(row) };
      if (row.leased_until > toTime(now())) throw inUse();
      const taken = await takeOver(work, row);
      if (taken) return { state: 'begun', lease: taken };
    }
    throw inUse();
  };
  return { db, claim };
}
