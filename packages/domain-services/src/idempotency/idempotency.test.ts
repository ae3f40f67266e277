import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Kysely } from 'kysely';
import { openDatabase } from '../database/open-database.ts';
import { findPostgres, startPostgres } from '../database/postgres.fixture.ts';
import type { Answer } from '../http/answer.ts';
import { createIdempotency, type Idempotency, type Lease } from './idempotency.ts';
import { type IdempotencyTables, idempotencyMigration } from './tables.ts';

interface Opened {
  readonly db: Kysely<IdempotencyTables>;
  close(): Promise<void>;
}

const toTables = {
  name: 'test',
  migrations: (types: Parameters<typeof idempotencyMigration>[0]) => ({ '0001': idempotencyMigration(types) }),
  seed: async () => undefined,
  onIdleError: () => undefined,
};

async function openSqlite(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-idempotency-'));
  const db = await openDatabase<IdempotencyTables>({ ...toTables, location: { folder } });
  const close = async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  };
  return { db, close };
}

async function openPostgres(): Promise<Opened> {
  const server = await startPostgres();
  const db = await openDatabase<IdempotencyTables>({ ...toTables, location: { url: server.url } });
  const close = async () => {
    await db.destroy();
    await server.stop();
  };
  return { db, close };
}

const hour = 3_600_000;
const work = { scope: 'buy me', key: 'k-1', fingerprint: 'f-1' };
const answer: Answer = { status: 201, headers: { 'content-type': 'application/json' }, body: '{"id":"o-1"}' };
const databases = [
  { name: 'SQLite', open: openSqlite },
  ...(findPostgres() ? [{ name: 'PostgreSQL', open: openPostgres }] : []),
];

describe.each(databases)('idempotency on $name', ({ open }) => {
  let opened: Opened;
  let time: number;
  let idempotency: Idempotency;
  beforeEach(async () => {
    opened = await open();
    time = Date.UTC(2026, 10, 2);
    idempotency = createIdempotency({ db: opened.db, now: () => time });
  });
  afterEach(() => opened.close());

  const begin = async (what = work): Promise<Lease> => {
    const claim = await idempotency.claim(what);
    if (claim.state !== 'begun') throw new Error(`expected a lease, got ${claim.state}`);
    return claim.lease;
  };

  it('gives the answer again for a day, and begins anew afterwards', async () => {
    await (await begin()).keep(opened.db, answer);
    expect(await idempotency.claim(work)).toEqual({ state: 'done', answer });
    time += 24 * hour - 1;
    expect(await idempotency.claim(work)).toEqual({ state: 'done', answer });
    time += 60_000;
    await begin();
  });

  it('keeps keys of other callers apart', async () => {
    await (await begin()).keep(opened.db, answer);
    await begin({ ...work, scope: 'buy you' });
  });

  it('refuses another request under the same key, whatever became of the first', async () => {
    const lease = await begin();
    const other = { ...work, fingerprint: 'f-2' };
    await expect(idempotency.claim(other)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    await lease.keep(opened.db, answer);
    await expect(idempotency.claim(other)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('lets one of twenty begin', async () => {
    const claims = await Promise.allSettled(Array.from({ length: 20 }, () => idempotency.claim(work)));
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const claim of claims) {
      if (claim.status === 'rejected') expect(claim.reason).toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
    }
  });

  it('is free again when an attempt is released', async () => {
    await (await begin()).release();
    await begin();
  });

  it('lets one take over when the lease has run out, and shuts the lost attempt out', async () => {
    const lost = await begin();
    time += 29_999;
    await expect(idempotency.claim(work)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
    time += 1;
    const claims = await Promise.allSettled(Array.from({ length: 5 }, () => idempotency.claim(work)));
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(lost.keep(opened.db, answer)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
    await lost.release();
    await expect(idempotency.claim(work)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
  });

  it('keeps the answer with the effect or not at all', async () => {
    const lease = await begin();
    const failing = opened.db.transaction().execute(async (transaction) => {
      await lease.keep(transaction, answer);
      throw new Error('the effect failed');
    });
    await expect(failing).rejects.toThrow('the effect failed');
    await lease.keep(opened.db, { ...answer, status: 500 });
    expect(await idempotency.claim(work)).toMatchObject({ state: 'done', answer: { status: 500 } });
  });
});
