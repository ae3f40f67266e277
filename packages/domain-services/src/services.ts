// The services there are, and what makes each of them: its tables, its first data, its operations.
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { seedAccounts } from './accounts/seed.ts';
import { serveAccounts } from './accounts/server.ts';
import { createAccountsStore } from './accounts/store.ts';
import { type AccountsTables, accountsMigrations } from './accounts/tables.ts';
import { createReadPrices } from './carts/prices.ts';
import { serveCarts } from './carts/server.ts';
import { createCartsStore } from './carts/store.ts';
import { type CartsTables, cartsMigrations } from './carts/tables.ts';
import { seedCatalog } from './catalog/seed.ts';
import { serveCatalog } from './catalog/server.ts';
import { createCatalogStore } from './catalog/store.ts';
import { type CatalogTables, catalogMigrations } from './catalog/tables.ts';
import type { ServiceTables } from './database/open-database.ts';
import type { Idempotency } from './idempotency/idempotency.ts';
import type { TokenCheck } from './identity/token-check.ts';
import { createReservations } from './inventory/reservations.ts';
import { seedInventory } from './inventory/seed.ts';
import { serveInventory } from './inventory/server.ts';
import { createInventoryStore } from './inventory/store.ts';
import { type InventoryTables, inventoryMigrations } from './inventory/tables.ts';
import { type CheckoutSettings, serveOrders } from './orders/server.ts';
import { type OrdersTables, ordersMigrations } from './orders/tables.ts';
import type { ServiceCaller } from './outbound/service-caller.ts';
import { servePayments } from './payments/server.ts';
import { type PaymentsTables, paymentsMigrations } from './payments/tables.ts';
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
  /** Works where the service's migrations have `idempotencyMigration`. */
  readonly idempotency: Idempotency;
  readonly otherServices: ServiceCaller;
  /** The current time in ms since 1970. */
  readonly now: () => number;
  /** How often what has expired is looked for. */
  readonly sweepIntervalMs: number;
  readonly checkout: CheckoutSettings;
}

export interface ServiceDefinition<Tables> extends ServiceTables<Tables> {
  readonly defaultPort: number;
  readonly serve: (options: ServeOptions<Tables>) => void;
}

/** An order must agree with stock and money, which are other services' tables: so nobody has bought anything yet. */
const seedNothing = async () => undefined;

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
  serve: ({ app, db, checkToken, idempotency, now, sweepIntervalMs }) => {
    const reservations = createReservations({ db, now });
    const stock = createInventoryStore(db, reservations.expireOverdue);
    serveInventory({ app, checkToken, idempotency, stock, reservations, sweepIntervalMs });
  },
};

const reviews: ServiceDefinition<ReviewsTables> = {
  defaultPort: 4103,
  migrations: reviewsMigrations,
  seed: seedReviews,
  serve: ({ app, db, checkToken, idempotency, now }) =>
    serveReviews({ app, checkToken, idempotency, store: createReviewsStore({ db, now }) }),
};

const accounts: ServiceDefinition<AccountsTables> = {
  defaultPort: 4104,
  migrations: accountsMigrations,
  seed: seedAccounts,
  serve: ({ app, db, checkToken }) => serveAccounts(app, checkToken, createAccountsStore(db)),
};

const carts: ServiceDefinition<CartsTables> = {
  defaultPort: 4105,
  migrations: cartsMigrations,
  seed: seedNothing,
  serve: ({ app, db, checkToken, idempotency, otherServices, now }) => {
    const store = createCartsStore({ db, readPrices: createReadPrices(otherServices), now });
    serveCarts({ app, checkToken, idempotency, store });
  },
};

const orders: ServiceDefinition<OrdersTables> = {
  defaultPort: 4106,
  migrations: ordersMigrations,
  seed: seedNothing,
  serve: ({ otherServices, checkout: settings, ...options }) =>
    serveOrders({ ...options, call: otherServices.call, settings }),
};

const payments: ServiceDefinition<PaymentsTables> = {
  defaultPort: 4107,
  migrations: paymentsMigrations,
  seed: seedNothing,
  serve: servePayments,
};

export const services = { catalog, inventory, reviews, accounts, carts, orders, payments };
export type ServiceName = keyof typeof services;
export const serviceNames = Object.keys(services) as ServiceName[];
