// Opens a service's own database, brings its tables up to date and fills them when they are new.
import { join } from 'node:path';
import { type CompiledQuery, Kysely, type LogEvent, type RawBuilder, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { createPostgresDialect, ensureSchema } from './postgres.ts';
import { createSqliteDialect } from './sqlite.ts';

export type DatabaseLocation = { readonly folder: string } | { readonly url: string };

/** Column types that differ between the databases. */
export interface ColumnTypes {
  /** Text that compares byte by byte: a database's own language must not decide the order of ids. */
  readonly text: RawBuilder<unknown>;
}

export interface ServiceTables<Tables> {
  /** In the order of their names; each runs once. */
  readonly migrations: (types: ColumnTypes) => Record<string, Migration>;
  /** Writes the demonstration data; runs once, in one transaction, when the tables are new. */
  readonly seed: (db: Kysely<Tables>) => Promise<void>;
}

export interface OpenDatabaseOptions<Tables> extends ServiceTables<Tables> {
  readonly name: string;
  readonly location: DatabaseLocation;
  readonly onIdleError: (error: Error) => void;
  /** Sees every query that was sent; for tests and slow-query logs. */
  readonly onQuery?: ((query: CompiledQuery, durationMs: number) => void) | undefined;
}

async function migrate(db: Kysely<unknown>, schema: string | undefined, migrations: Record<string, Migration>) {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** Whoever writes the row first seeds; others wait for that transaction and then find nothing to do. */
async function seedOnce<Tables>(db: Kysely<Tables>, seed: (db: Kysely<Tables>) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const claim = await sql`insert into seeding (id) values (1) on conflict (id) do nothing`.execute(transaction);
    if (claim.numAffectedRows === 0n) return;
    await seed(transaction);
  });
}

const seedingTable: Migration = {
  up: (db) =>
    db.schema
      .createTable('seeding')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .execute(),
};

/** Resolves when the tables are there and filled; the caller destroys what it gets. */
export async function openDatabase<Tables>(options: OpenDatabaseOptions<Tables>): Promise<Kysely<Tables>> {
  const { name, location, onIdleError, onQuery, migrations, seed } = options;
  const isPostgres = 'url' in location;
  const db = new Kysely<Tables>({
    dialect: isPostgres
      ? createPostgresDialect({ url: location.url, schema: name, onIdleError })
      : createSqliteDialect(join(location.folder, `${name}.sqlite`)),
    ...(onQuery ? { log: (event: LogEvent) => onQuery(event.query, event.queryDurationMillis) } : {}),
  });
  const types: ColumnTypes = { text: isPostgres ? sql`text collate "C"` : sql`text` };
  try {
    if (isPostgres) await ensureSchema(db as Kysely<unknown>, name);
    const all = { '0000-seeding': seedingTable, ...migrations(types) };
    await migrate(db as Kysely<unknown>, isPostgres ? name : undefined, all);
    await seedOnce(db, seed);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
