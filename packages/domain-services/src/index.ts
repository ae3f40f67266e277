// The reference REST domain services, for whoever wants to run them in a process: tests, `npm start`.
import type { CompiledQuery } from 'kysely';
import type { DatabaseLocation } from './database/open-database.ts';
import type { ServerRoute } from './http/server.ts';
import { toAudience } from './identity/audience.ts';
import { createKeySet } from './identity/key-set.ts';
import { createTokenCheck } from './identity/token-check.ts';
import type { CheckoutSettings } from './orders/server.ts';
import { createServiceCaller, type ServiceCaller } from './outbound/service-caller.ts';
import { type ServiceDefinition, type ServiceName, serviceNames, services } from './services.ts';
import { type RunningService, startService } from './start-service.ts';

export type { DatabaseLocation } from './database/open-database.ts';
export type { ServerRoute } from './http/server.ts';
export type { CheckoutSettings } from './orders/server.ts';
export { type ServiceName, serviceNames } from './services.ts';

export interface DomainServicesOptions {
  /** SQLite files below `folder`, one a service, or a PostgreSQL `url`, one schema a service. */
  readonly database: DatabaseLocation;
  /** Who signs the tokens, and whom they must be for. */
  readonly identity: {
    readonly issuer: string;
    /** `{service}` stands for the service's name, so that a token for one is of no use at another: `urn:facet:{service}`. */
    readonly audience: string;
    /** With which a service that calls others gets its own token; its client id is its name. `<name>-secret`. */
    readonly clientSecrets?: Partial<Record<ServiceName, string>>;
  };
  /** Where services answer that run elsewhere; those that run here find each other. */
  readonly origins?: Partial<Record<ServiceName, string>>;
  /** Which services to run; all by default. */
  readonly services?: readonly ServiceName[];
  /** 4101 to 4107 by default; 0 takes a free one. */
  readonly ports?: Partial<Record<ServiceName, number>>;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** The origin in image URLs; catalog's own by default. */
  readonly imageOrigin?: string;
  /** A pino level; `info` by default. */
  readonly logLevel?: string;
  /** The current time in ms since 1970, by which things are dated and expire; for tests. */
  readonly now?: () => number;
  /** How often what has expired is looked for; 5000. */
  readonly sweepIntervalMs?: number;
  /** How patient checkouts are; `onStep` is for tests. */
  readonly checkout?: CheckoutSettings;
  /** Sees every statement; for tests. */
  readonly onQuery?: (service: string, query: CompiledQuery, durationMs: number) => void;
}

export interface DomainServices {
  /** Where each running service answers; services that were not asked for are missing. */
  readonly origins: Readonly<Record<ServiceName, string>>;
  /** Every route of each running service, as its server has it: operations, health, and methods that are refused. */
  readonly routes: Readonly<Record<ServiceName, readonly ServerRoute[]>>;
  /** Answers what is under way, then stops; safe to call more than once. */
  close(): Promise<void>;
}

/** Where the others are is looked up at each call: those of this process are only known once they listen. */
function toCaller(
  name: ServiceName,
  { identity, origins = {} }: DomainServicesOptions,
  here: ReadonlyMap<string, string>,
): ServiceCaller {
  return createServiceCaller({
    clientId: name,
    clientSecret: identity.clientSecrets?.[name] ?? `${name}-secret`,
    identity,
    originOf: (service) => origins[service as ServiceName] ?? here.get(service),
  });
}

/**
 * Opens the databases, making tables and demonstration data where there are none, and resolves when all services
 * answer. If one cannot start (a port that is taken is named), the others are stopped and its error is thrown.
 */
export async function startDomainServices(options: DomainServicesOptions): Promise<DomainServices> {
  const { services: names = serviceNames, ports = {}, host = '127.0.0.1', logLevel = 'info' } = options;
  const { issuer, audience } = options.identity;
  const keySet = createKeySet(issuer);
  const { now = Date.now, sweepIntervalMs = 5000, checkout = {} } = options;
  const here = new Map<string, string>();
  const start = async (name: ServiceName): Promise<[ServiceName, RunningService]> => {
    const definition = services[name] as ServiceDefinition<unknown>;
    const { database, imageOrigin, onQuery } = options;
    const service = await startService({
      name,
      definition,
      port: ports[name] ?? definition.defaultPort,
      host,
      database,
      checkToken: createTokenCheck({ issuer, audience: toAudience(audience, name), keySet }),
      otherServices: toCaller(name, options, here),
      imageOrigin,
      logLevel,
      now,
      sweepIntervalMs,
      checkout,
      onQuery,
    });
    here.set(name, service.origin);
    return [name, service];
  };

  const outcomes = await Promise.allSettled(names.map(start));
  const running = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= Promise.all(running.map(([, service]) => service.close())).then(() => undefined);
    return closed;
  };
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) {
    await close();
    throw failure.reason;
  }
  const each = <Part>(part: (service: RunningService) => Part) =>
    Object.fromEntries(running.map(([name, service]) => [name, part(service)])) as Record<ServiceName, Part>;
  return { origins: each(({ origin }) => origin), routes: each(({ routes }) => routes), close };
}
