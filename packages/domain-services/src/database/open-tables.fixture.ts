// A service's own tables behind its back: what a test reads there no service has made up, what it writes none has seen.
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { ServiceName } from '../services.ts';
import type { DatabaseLocation } from './open-database.ts';
import { createPostgresDialect } from './postgres.ts';
import { createSqliteDialect } from './sqlite.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into every service's tables
export type Tables = Kysely<any>;

/** The caller destroys what it gets. */
export function openTables(database: DatabaseLocation, service: ServiceName): Tables {
  if (!('url' in database)) {
    return new Kysely({ dialect: createSqliteDialect(join(database.folder, `${service}.sqlite`)) });
  }
  const onIdleError = () => undefined;
  return new Kysely({ dialect: createPostgresDialect({ url: database.url, schema: service, onIdleError }) });
}
