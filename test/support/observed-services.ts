/** The identity provider and all domain services, real, each service behind a gateway that holds it to its contract. */
import { standardClients, standardResources, startIdentityProvider } from '@facet/dev-env';
import {
  type DomainServices,
  type DomainServicesOptions,
  type ServiceName,
  serviceNames,
  startDomainServices,
} from '@facet/domain-services';
import { type DatabaseKind, openTables, sqlite, type Tables } from '@facet/domain-services/testing';
import { type ContractCall, type ContractGateway, startContractGateway, type Violation } from './contract-gateway.ts';

/** Of tokens for BFFs. */
export const audience = 'urn:facet:api';
type Way = 'direct' | 'watched';

/** The one port that nobody listens at. */
const nowhere = 'http://localhost:1';

export interface Asking {
  /** Whose token: an account's, or with the name of a client that client's own; `acc-001`; `nobody` sends none. */
  readonly as?: string;
  /** GET */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; text as it is. */
  readonly body?: unknown;
}

export interface ObservedServices {
  readonly issuer: string;
  /** Each service as itself: what goes there is neither recorded nor checked. */
  readonly services: DomainServices;
  /** The ways to the services that are watched; the services themselves take them too. */
  readonly gateways: Readonly<Record<ServiceName, ContractGateway>>;
  /** Services that nobody reaches while they are in here. */
  readonly unplugged: Set<string>;
  /** A service's own tables, past the service. */
  tables(service: ServiceName): Tables;
  /** For BFFs. */
  token(subject: string): Promise<string>;
  /** Asks through the gateway. */
  ask(service: string, target: string, asking?: Asking): Promise<Response>;
  /** The bytes of a service's own answer, past the gateway. */
  read(service: string, target: string, asking?: Asking): Promise<Buffer>;
  /** Calls since they were last taken, of all services. */
  takeCalls(): ContractCall[];
  /** What was outside the contracts since it was last taken, at any gateway. */
  takeViolations(): Violation[];
  close(): Promise<void>;
}

export interface ObservedServicesOptions extends Pick<DomainServicesOptions, 'now' | 'checkout' | 'sweepIntervalMs'> {
  /** SQLite */
  readonly databaseKind?: DatabaseKind;
}

/** What was started is stopped again when something later does not start. */
export async function startObservedServices(options: ObservedServicesOptions = {}): Promise<ObservedServices> {
  const stops: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    return { ...(await startAll(options, stops)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Notes in `stops`, as soon as there is something to stop, how to. */
async function startAll(
  { databaseKind = sqlite, ...options }: ObservedServicesOptions,
  stops: (() => Promise<unknown>)[],
): Promise<Omit<ObservedServices, 'close'>> {
  const database = await databaseKind.start();
  stops.push(database.stop);
  const provider = await startIdentityProvider({ port: 0 });
  stops.push(() => provider.close());
  const { issuer } = provider;
  const unplugged = new Set<string>();
  // Services ask each other at the gateways, so these are there first.
  const gateways = await startGateways((name) => (unplugged.has(name) ? nowhere : services.origins[name]));
  stops.push(() => Promise.all(Object.values(gateways).map((gateway) => gateway.close())));
  const services = await startDomainServices({
    ...options,
    database: database.location,
    identity: { issuer, audience: 'urn:facet:{service}' },
    ports: Object.fromEntries(serviceNames.map((name) => [name, 0])),
    origins: Object.fromEntries(serviceNames.map((name) => [name, gateways[name].origin])),
    logLevel: 'silent',
  });
  stops.push(() => services.close());
  const all = Object.values(gateways);
  const tokens = new Map<string, Promise<string>>();
  const opened = new Map<ServiceName, Tables>();

  function tables(service: ServiceName): Tables {
    const known = opened.get(service) ?? openTables(database.location, service);
    opened.set(service, known);
    return known;
  }
  stops.push(() => Promise.all([...opened.values()].map((known) => known.destroy())));

  function token(subject: string, aud = audience): Promise<string> {
    const key = `${subject} ${aud}`;
    const known =
      tokens.get(key) ??
      (subject.startsWith('acc-') ? provider.token(subject, aud) : requestClientToken(issuer, subject, aud));
    tokens.set(key, known);
    return known;
  }

  async function send(service: string, way: Way, target: string, asking: Asking = {}) {
    const { as = 'acc-001', method = 'GET', ...sent } = asking;
    const origin =
      way === 'direct' ? services.origins[service as ServiceName] : gateways[service as ServiceName].origin;
    const bearer = as === 'nobody' ? undefined : `Bearer ${await token(as, `urn:facet:${service}`)}`;
    const authorization = bearer === undefined ? {} : { authorization: bearer };
    const content = sent.body === undefined ? {} : { 'content-type': 'application/json' };
    const body = typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body);
    const headers = { ...authorization, ...content, ...sent.headers };
    return fetch(origin + target, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  return {
    issuer,
    services,
    gateways,
    unplugged,
    tables,
    token: (subject) => token(subject),
    ask: (service, target, asking) => send(service, 'watched', target, asking),
    read: async (service, target, asking) => {
      const response = await send(service, 'direct', target, asking);
      if (response.ok) return Buffer.from(await response.arrayBuffer());
      throw new Error(`${service} answered ${response.status} to ${target}: ${await response.text()}`);
    },
    takeCalls: () => all.flatMap(({ calls }) => calls.splice(0)),
    takeViolations: () => all.flatMap(({ violations }) => violations.splice(0)),
  };
}

async function startGateways(
  originOf: (service: ServiceName) => string,
): Promise<Record<ServiceName, ContractGateway>> {
  const entries = await Promise.all(
    serviceNames.map(async (service) => [
      service,
      await startContractGateway({ service, origin: () => originOf(service) }),
    ]),
  );
  return Object.fromEntries(entries) as Record<ServiceName, ContractGateway>;
}

/** With all that the client may do by itself at the service. */
async function requestClientToken(issuer: string, clientId: string, aud: string): Promise<string> {
  const { scopes = [] } = standardClients.find(({ id }) => id === clientId) ?? {};
  const scope = scopes.filter((each) => standardResources[aud]?.includes(each)).join(' ');
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientId}-secret`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: aud, ...(scope && { scope }) }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
