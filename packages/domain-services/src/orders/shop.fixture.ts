// A shop for tests: all services a purchase needs, each on its own so that it can go away, with a clock to turn.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { type Answer, freePorts, type RunningServices } from '../database/each-database.fixture.ts';
import { openTables, type Tables } from '../database/open-tables.fixture.ts';
import { audience } from '../identity/key-set.fixture.ts';
import {
  type CheckoutSettings,
  type DomainServices,
  type DomainServicesOptions,
  type ServiceName,
  startDomainServices,
} from '../index.ts';

export const shopServices = ['catalog', 'inventory', 'accounts', 'carts', 'payments', 'orders'] as const;
export type ShopService = (typeof shopServices)[number];

export interface Shop {
  /** Where calls between the services go; what is written here changes where the next call goes. */
  readonly origins: Partial<Record<ServiceName, string>>;
  /** Moves the clock of all services forward. */
  advance(ms: number): void;
  now(): number;
  request(service: ShopService, path: string, options: ShopRequest): Promise<Answer>;
  tables(service: ShopService): Tables;
  stop(service: ShopService): Promise<void>;
  start(service: ShopService): Promise<void>;
  /** Options for one more process of a service, beside or instead of the shop's own. */
  toOptions(service: ShopService): DomainServicesOptions;
  /** Turns the clock until no checkout is left under way. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

export interface ShopRequest {
  readonly as: string;
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly key?: string;
}

const maxTurns = 400;

/** Settings of checkouts are read at every start of orders. */
export async function openShop(running: RunningServices, settings: () => CheckoutSettings): Promise<Shop> {
  const agent = new Agent();
  const origins: Partial<Record<ServiceName, string>> = {};
  const services = new Map<ShopService, DomainServices>();
  const databases = new Map<ShopService, Tables>();
  let skew = 0;
  let nextKey = 0;
  const now = () => Date.now() + skew;

  const toOptions = (service: ShopService): DomainServicesOptions => ({
    services: [service],
    ports: freePorts,
    database: running.database,
    identity: { issuer: running.provider.issuer, audience },
    logLevel: 'silent',
    origins,
    now,
    sweepIntervalMs: 20,
    checkout: settings(),
  });

  const start = async (service: ShopService) => {
    const started = await startDomainServices(toOptions(service));
    services.set(service, started);
    origins[service] = started.origins[service];
  };
  const stop = async (service: ShopService) => {
    await services.get(service)?.close();
    services.delete(service);
  };
  for (const service of shopServices) databases.set(service, openTables(running.database, service));
  await Promise.all(shopServices.map(start));

  const tables = (service: ShopService) => {
    const database = databases.get(service);
    if (!database) throw new Error(`no tables of ${service}`);
    return database;
  };

  const shop: Shop = {
    origins,
    now,
    advance: (ms) => {
      skew += ms;
    },
    request: async (service, path, { as, method = 'GET', body, key }) => {
      const origin = services.get(service)?.origins[service];
      const answer = await request(`${origin}${path}`, {
        dispatcher: agent,
        method,
        headers: {
          authorization: `Bearer ${running.provider.personToken(as)}`,
          ...(method === 'POST' ? { 'idempotency-key': key ?? `key-${nextKey++}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.body.text();
      return { status: answer.statusCode, headers: answer.headers, text, body: text ? JSON.parse(text) : undefined };
    },
    tables,
    toOptions,
    start,
    stop,
    recover: async () => {
      for (let turn = 0; turn < maxTurns; turn += 1) {
        const open = tables('orders').selectFrom('checkouts').selectAll().where('leased_until', 'is not', null);
        if ((await open.execute()).length === 0) return;
        skew += 2000;
        await pause(10);
      }
      throw new Error('checkouts are still under way');
    },
    close: async () => {
      await Promise.all([...services.keys()].map(stop));
      await Promise.all([...databases.values()].map((database) => database.destroy()));
      await agent.close();
    },
  };
  return shop;
}

export interface Interference {
  readonly origin: string;
  /** How many requests it has seen. */
  seen(): number;
  /** Resolves when an answer of the real service arrived here and was kept back. */
  readonly heldBack: Promise<void>;
  close(): Promise<void>;
}

export type Interfere = (
  request: IncomingMessage,
  count: number,
) => 'pass' | 'hang' | 'swallow' | 'lose' | 'fail' | 'refuse';

/**
 * Stands between the services: lets a request pass, lets it hang without passing it on, swallows the answer of a
 * request that was passed on (`lose`: answers 503 in its place), or answers 503 or 400 without passing it on.
 */
export async function interfere(target: string, decide: Interfere): Promise<Interference> {
  const agent = new Agent();
  const { promise: heldBack, resolve: hold } = Promise.withResolvers<void>();
  let count = 0;
  const server = createServer(async (incoming, outgoing) => {
    count += 1;
    const decision = decide(incoming, count);
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    if (decision === 'hang') return;
    if (decision === 'fail' || decision === 'refuse') {
      outgoing.writeHead(decision === 'fail' ? 503 : 400, { 'content-type': 'application/problem+json' }).end('{}');
      return;
    }
    const { host: _host, connection: _connection, ...headers } = incoming.headers;
    const method = incoming.method as 'GET';
    const body = chunks.length === 0 ? null : Buffer.concat(chunks);
    const answer = await request(`${target}${incoming.url}`, { dispatcher: agent, method, headers, body });
    const text = await answer.body.text();
    if (decision === 'swallow') return hold();
    if (decision === 'lose') return void outgoing.writeHead(503).end('{}');
    outgoing.writeHead(answer.statusCode, { 'content-type': String(answer.headers['content-type']) }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: () => count,
    heldBack,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await agent.close();
    },
  };
}
