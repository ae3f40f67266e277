// Starts one service: opens its database, serves its operations, listens; and stops it again in the reverse order.
import type { AddressInfo } from 'node:net';
import { type CompiledQuery, sql } from 'kysely';
import { type DatabaseLocation, openDatabase } from './database/open-database.ts';
import { createServer, type ServerRoute } from './http/server.ts';
import { createIdempotency } from './idempotency/idempotency.ts';
import type { TokenCheck } from './identity/token-check.ts';
import type { CheckoutSettings } from './orders/server.ts';
import type { ServiceCaller } from './outbound/service-caller.ts';
import type { ServiceDefinition } from './services.ts';

export interface StartServiceOptions<Tables> {
  readonly name: string;
  readonly definition: ServiceDefinition<Tables>;
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseLocation;
  readonly checkToken: TokenCheck;
  /** Closed together with the service. */
  readonly otherServices: ServiceCaller;
  readonly imageOrigin: string | undefined;
  readonly logLevel: string;
  readonly now: () => number;
  readonly sweepIntervalMs: number;
  readonly checkout: CheckoutSettings;
  readonly onQuery: ((service: string, query: CompiledQuery, durationMs: number) => void) | undefined;
}

export interface RunningService {
  readonly origin: string;
  readonly routes: readonly ServerRoute[];
  close(): Promise<void>;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

function toOrigin(host: string, port: number): string {
  if (loopback.has(host)) return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function explainListenError(error: NodeJS.ErrnoException, name: string, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(`${name}: port ${port} is already taken; stop what listens there or choose another port`, {
    cause: error,
  });
}

/** Resolves when the service answers; rejects, with nothing left open, when it cannot. */
export async function startService<Tables>(options: StartServiceOptions<Tables>): Promise<RunningService> {
  const { name, definition, port, host, database, checkToken, otherServices } = options;
  const { imageOrigin, logLevel, now, sweepIntervalMs, checkout, onQuery } = options;
  const { migrations, seed } = definition;
  const routes: ServerRoute[] = [];
  const assertReady = async () => void (await sql`select 1`.execute(db));
  const app = createServer({ name, logLevel, assertReady, onRoute: (route) => routes.push(route) });
  const db = await openDatabase<Tables>({
    name,
    location: database,
    migrations,
    seed,
    // The error object holds the whole connection, settings included.
    onIdleError: ({ message }) => app.log.warn({ reason: message }, 'an idle database connection broke'),
    onQuery: onQuery && ((query, durationMs) => onQuery(name, query, durationMs)),
  });
  const close = async () => {
    await app.close();
    await otherServices.close();
    await db.destroy();
  };
  let origin = '';
  try {
    const publicOrigin = () => imageOrigin ?? origin;
    const idempotency = createIdempotency({ db, now });
    definition.serve({ app, db, checkToken, publicOrigin, idempotency, otherServices, now, sweepIntervalMs, checkout });
    await app.listen({ host, port });
  } catch (error) {
    await close();
    throw explainListenError(error as NodeJS.ErrnoException, name, port);
  }
  origin = toOrigin(host, (app.server.address() as AddressInfo).port);
  return { origin, routes, close };
}
