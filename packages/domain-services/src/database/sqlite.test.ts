import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Kysely } from 'kysely';
import { createSqliteDialect } from './sqlite.ts';

interface Tables {
  counters: { id: number; value: number };
}

let folder: string;
let db: Kysely<Tables>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facet-sqlite-'));
  db = new Kysely<Tables>({ dialect: createSqliteDialect(join(folder, 'below', 'test.sqlite')) });
  await db.schema.createTable('counters').addColumn('id', 'integer').addColumn('value', 'integer').execute();
  await db.insertInto('counters').values({ id: 1, value: 0 }).execute();
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

const read = async () => (await db.selectFrom('counters').select('value').executeTakeFirstOrThrow()).value;

describe('sqlite dialect', () => {
  it('runs concurrent transactions one after another, so none loses an update', async () => {
    let open = 0;
    let mostOpen = 0;
    const increment = () =>
      db.transaction().execute(async (transaction) => {
        open += 1;
        mostOpen = Math.max(mostOpen, open);
        const { value } = await transaction.selectFrom('counters').select('value').executeTakeFirstOrThrow();
        await new Promise((resolve) => setImmediate(resolve));
        await transaction
          .updateTable('counters')
          .set({ value: value + 1 })
          .execute();
        open -= 1;
      });
    await Promise.all(Array.from({ length: 25 }, increment));
    expect(await read()).toBe(25);
    expect(mostOpen).toBe(1);
  });

  it('shows nobody else what a transaction has not committed', async () => {
    const written = Promise.withResolvers<void>();
    const transaction = db.transaction().execute(async (inner) => {
      await inner.updateTable('counters').set({ value: 7 }).execute();
      written.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('changed my mind');
    });
    const failed = expect(transaction).rejects.toThrow('changed my mind');
    await written.promise;
    expect(await read()).toBe(0);
    await failed;
    expect(await read()).toBe(0);
  });

  it('reports how many rows a statement changed', async () => {
    const result = await db.updateTable('counters').set({ value: 3 }).executeTakeFirst();
    expect(result.numUpdatedRows).toBe(1n);
  });
});
