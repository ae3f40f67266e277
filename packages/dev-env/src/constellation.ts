/** The whole constellation in one process: identity provider, domain services, web BFF, mobile BFF. */
import { type ServiceName, serviceNames, startDomainServices } from '@facet/domain-services';
import { createMobileBff } from '@facet/mobile-bff';
import { createWebBff } from '@facet/web-bff';
import { type Database, type Listener, type LogLevel, type Ports, readConfig, type Urls } from './config.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';
import { toStartError } from './port-taken.ts';
import { standardClients } from './standard-access.ts';

const HOST = '127.0.0.1';
/** Of tokens for BFFs; services are called with tokens for each of them alone. */
const AUDIENCE = 'urn:facet:api';
const SERVICE_AUDIENCE = 'urn:facet:{service}';
/** Short: Ctrl-C must have stopped everything within two seconds. */
const SHUTDOWN_GRACE_MS = 1_000;
/** A checkout waits for the bank. */
const REQUEST_TIMEOUT_MS = 8_000;

export interface ConstellationOptions {
  /** `'system'` takes free ports; a listener left out keeps its standard port (4100–4107, 4000, 4001). */
  ports?: 'system' | Partial<Ports>;
  /** Services that run elsewhere: they are not started, and the BFFs call them at these origins. */
  urls?: Urls;
  /** Where browsers reach the web BFF, for example a page's own development server; the web BFF's own origin. */
  sessionOrigin?: string;
  /** A folder for SQLite files, or the URL of a PostgreSQL database; `{ folder: '.data' }`. */
  database?: Database;
  /** `'warn'` */
  logLevel?: LogLevel;
  /** What the BFFs are told they run in; `'development'`. */
  environment?: 'development' | 'test';
}

interface Part {
  close(): Promise<void>;
}

export interface Constellation {
  identity: Pick<IdentityProvider, 'issuer' | 'token'>;
  services: Record<ServiceName, string>;
  web: string;
  mobile: string;
  /** Stops everything, BFFs first. May be called again: the answer is the same promise. */
  close(): Promise<void>;
}

/**
 * Starts everything and resolves when all of it listens.
 * On failure, what had started is stopped before this rejects: with a {@link PortTakenError} when a port is in use.
 */
export async function startConstellation(options: ConstellationOptions = {}): Promise<Constellation> {
  const { database = { folder: '.data' }, logLevel = 'warn', environment = 'development' } = options;
  const { urls: elsewhere = {}, sessionOrigin: origin } = options;
  const ports = toPorts(options.ports);
  // Each wave needs those before it, so they stop in reverse order.
  const waves: Part[][] = [];
  const stop = async () => {
    for (const wave of waves.splice(0).reverse()) await Promise.all(wave.map((part) => part.close()));
  };

  try {
    const provider = await startIdentityProvider({ port: ports.identity, host: HOST, audience: AUDIENCE });
    waves.push([provider]);
    const { issuer, token } = provider;
    const identity = { issuer, audience: AUDIENCE };
    const services = await startDomainServices({
      services: serviceNames.filter((name) => elsewhere[name] === undefined),
      origins: elsewhere,
      ports: pick(ports, serviceNames),
      host: HOST,
      database,
      identity: { issuer, audience: SERVICE_AUDIENCE, clientSecrets: pick(toSecrets(), ['carts', 'orders']) },
      logLevel,
    });
    waves.push([services]);
    const origins = pick({ ...services.origins, ...elsewhere }, serviceNames);
    const bffs: Part[] = [];
    waves.push(bffs);
    const urls = await startBffs(bffs, (client) => ({
      environment,
      host: HOST,
      port: ports[client],
      services: toServiceSettings(origins),
      identity: { ...identity, ...credentialsOf(`${client}-bff`) },
      requestTimeoutMs: REQUEST_TIMEOUT_MS,
      shutdownGraceMs: SHUTDOWN_GRACE_MS,
      logLevel,
      ...(client === 'web' ? { session: { origin } } : {}),
      trustedDocuments: 'log' as const,
      requireDocumentId: client === 'mobile',
      apq: client === 'web',
    }));
    provider.setOrigin('web-bff', origin ?? urls.web);
    let stopped: Promise<void> | undefined;
    const close = () => {
      stopped ??= stop();
      return stopped;
    };
    return { identity: { issuer, token }, services: origins, ...urls, close };
  } catch (error) {
    await stop();
    throw toStartError(error, ports);
  }
}

type BffSettings = Parameters<typeof createWebBff>[0] & Parameters<typeof createMobileBff>[0];

/** Notes each BFF in `started` as soon as there is something to close. */
async function startBffs(started: Part[], settings: (client: 'web' | 'mobile') => BffSettings) {
  const web = await createWebBff(settings('web'));
  started.push(web);
  const mobile = await createMobileBff(settings('mobile'));
  started.push(mobile);
  return { web: await web.listen(), mobile: await mobile.listen() };
}

function toPorts(ports: ConstellationOptions['ports']): Ports {
  const standard = readConfig({}).ports;
  if (ports !== 'system') return { ...standard, ...ports };
  return Object.fromEntries(Object.keys(standard).map((listener) => [listener, 0])) as Ports;
}

function pick<Key extends Listener, Value>(values: Record<string, Value>, keys: readonly Key[]): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, values[key]])) as Record<Key, Value>;
}

function toServiceSettings(origins: Constellation['services']) {
  return Object.fromEntries(Object.entries(origins).map(([name, origin]) => [name, { origin }]));
}

const toSecrets = () => Object.fromEntries(standardClients.map(({ id, secret }) => [id, secret]));

function credentialsOf(id: string) {
  const client = standardClients.find((candidate) => candidate.id === id);
  if (client === undefined) throw new TypeError(`The identity provider knows no client "${id}".`);
  return { clientId: client.id, clientSecret: client.secret };
}
