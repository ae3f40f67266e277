// The databases that services work on, real and empty: a suite that promises something promises it on all of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Jest from '@jest/globals';
import type { DatabaseLocation } from './open-database.ts';
import { findPostgres, startPostgres } from './postgres.fixture.ts';

/** Jest's globals; the programs that borrow a database alone run without Jest. */
const { describe, it } = globalThis as unknown as Pick<typeof Jest, 'describe' | 'it'>;

export interface TestDatabase {
  readonly location: DatabaseLocation;
  /** Ends it, and what was in it. */
  stop(): Promise<void>;
}

export interface DatabaseKind {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** A new one at every call, on a folder and port of its own. */
  start(): Promise<TestDatabase>;
}

export const sqlite: DatabaseKind = {
  name: 'SQLite',
  start: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'facet-services-'));
    return { location: { folder }, stop: async () => rmSync(folder, { recursive: true }) };
  },
};

export const postgres: DatabaseKind = {
  name: 'PostgreSQL',
  start: async () => {
    const { url, stop } = await startPostgres();
    return { location: { url }, stop };
  },
};

/** PostgreSQL is skipped where it is not installed, except in CI, where it must be. */
export function describeEachDatabase(suite: (kind: DatabaseKind) => void): void {
  describe(`on ${sqlite.name}`, () => suite(sqlite));
  if (findPostgres()) {
    describe(`on ${postgres.name}`, () => suite(postgres));
    return;
  }
  const missing = 'on PostgreSQL: apt-get install postgresql';
  if (process.env.CI !== 'true') {
    it.skip(missing, () => undefined);
    return;
  }
  it(missing, () => {
    throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  });
}
