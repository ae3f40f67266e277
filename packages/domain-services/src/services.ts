// The services there are, and what makes each of them: its tables, its first data, its operations.
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { seedAccounts } from './accounts/seed.ts';
import { serveAccounts } from './accounts/server.ts';
import { createAccountsStore } from './accounts/store.ts';
import { type AccountsTables, accountsMigrations } from './accounts/tables.ts';
import { seedCatalog } from './catalog/seed.ts';
import { serveCatalog } from './catalog/server.ts';
import { createCatalogStore } from './catalog/store.ts';
import { type CatalogTables, catalogMigrations } from './catalog/tables.ts';
import type { ServiceTables } from './database/open-database.ts';
import type { TokenCheck } from './identity/token-check.ts';
import { seedInventory } from './inventory/seed.ts';
import { serveInventory } from './inventory/server.ts';
import { createInventoryStore } from './inventory/store.ts';
import { type InventoryTables, inventoryMigrations } from './inventory/tables.ts';
import { seedReviews } from './reviews/seed.ts';
import { serveReviews } from './reviews/server.ts';
import { createReviewsStore } from './reviews/store.ts';
import { type ReviewsTables, reviewsMigrations } from './reviews/tables.ts';

export interface ServeOptions<Tables> {
  readonly app: FastifyInstance;
  readonly db: Kysely<Tables>;
  readonly checkToken: TokenCheck;
  /** Where the public reaches this service; known once it listens. */
  readonly publicOrigin: () => string;
}

export interface ServiceDefinition<Tables> extends ServiceTables<Tables> {
  readonly defaultPort: number;
  readonly serve: (options: ServeOptions<Tables>) => void;
}

const catalog: ServiceDefinition<CatalogTables> = {
  defaultPort: 4101,
  migrations: catalogMigrations,
  seed: seedCatalog,
  serve: ({ app, db, checkToken, publicOrigin }) =>
    serveCatalog(
      app,
      checkToken,
      createCatalogStore(db, (imageId) => `${publicOrigin()}/v1/images/${imageId}`),
    ),
};

const inventory: ServiceDefinition<InventoryTables> = {
  defaultPort: 4102,
  migrations: inventoryMigrations,
  seed: seedInventory,
  serve: ({ app, db, checkToken }) => serveInventory(app, checkToken, createInventoryStore(db)),
};

const reviews: ServiceDefinition<ReviewsTables> = {
  defaultPort: 4103,
  migrations: reviewsMigrations,
  seed: seedReviews,
  serve: ({ app, db, checkToken }) => serveReviews(app, checkToken, createReviewsStore(db)),
};

const accounts: ServiceDefinition<AccountsTables> = {
  defaultPort: 4104,
  migrations: accountsMigrations,
  seed: seedAccounts,
  serve: ({ app, db, checkToken }) => serveAccounts(app, checkToken, createAccountsStore(db)),
};

export const services = { catalog, inventory, reviews, accounts };
export type ServiceName = keyof typeof services;
export const serviceNames = Object.keys(services) as ServiceName[];
