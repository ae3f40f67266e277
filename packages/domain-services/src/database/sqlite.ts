// The embedded database: Node's own SQLite behind the shape that kysely's SqliteDialect expects.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

const maxRememberedStatements = 200;

function toStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
  };
}

// A transaction that reads first and writes later would fail if another process wrote in between.
const toText = (text: string) => (text === 'begin' ? 'begin immediate' : text);

function toSqliteDatabase(database: DatabaseSync): SqliteDatabase {
  // Preparing costs more than running most of our statements, and their texts are few.
  const statements = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const known = statements.get(text);
    if (known) return known;
    const statement = toStatement(database.prepare(toText(text)));
    const oldest = statements.size >= maxRememberedStatements ? statements.keys().next().value : undefined;
    if (oldest !== undefined) statements.delete(oldest);
    statements.set(text, statement);
    return statement;
  };
  return { prepare, close: () => database.close() };
}

/**
 * A dialect over one SQLite file, made (with its folder) when it is missing; `:memory:` keeps nothing.
 * kysely hands its single connection to one transaction at a time, so concurrent transactions run one after another.
 */
export function createSqliteDialect(file: string): SqliteDialect {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma mmap_size = 268435456;');
  return new SqliteDialect({ database: toSqliteDatabase(database) });
}
