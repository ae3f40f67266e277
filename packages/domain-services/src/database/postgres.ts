// PostgreSQL for a service: a pool whose connections see the service's own schema only.
import { type Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

const int8TypeId = 20;

// Counts are far below 2^53, so they may be numbers as they are on SQLite.
const types = {
  getTypeParser: ((typeId: number, format?: 'text' | 'binary') =>
    typeId === int8TypeId ? Number : pg.types.getTypeParser(typeId, format as 'text')) as typeof pg.types.getTypeParser,
};

export interface PostgresOptions {
  readonly url: string;
  /** The service's own schema; it is also its search path. */
  readonly schema: string;
  /** Told of connections that break while idle; without a listener they would end the process. */
  readonly onIdleError: (error: Error) => void;
}

/** A dialect of at most ten connections to `url`. */
export function createPostgresDialect({ url, schema, onIdleError }: PostgresOptions): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 10_000,
    options: `-c search_path=${schema}`,
    application_name: `facet-${schema}`,
    types,
  });
  pool.on('error', onIdleError);
  return new PostgresDialect({ pool });
}

/** Makes the schema; two processes that start together may both try, and the slower one's failure is no failure. */
export async function ensureSchema(db: Kysely<unknown>, schema: string): Promise<void> {
  const exists = sql<{ found: number }>`select 1 as found from pg_namespace where nspname = ${schema}`;
  if ((await exists.execute(db)).rows.length > 0) return;
  try {
    await sql`create schema if not exists ${sql.id(schema)}`.execute(db);
  } catch (error) {
    if ((await exists.execute(db)).rows.length === 0) throw error;
  }
}
