/** The identity provider and all domain services, real, each service behind a gateway that holds it to its contract. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIdentityProvider } from '@facet/dev-env';
import { type DomainServices, type ServiceName, serviceNames, startDomainServices } from '@facet/domain-services';
import { type ContractCall, type ContractGateway, startContractGateway, type Violation } from './contract-gateway.ts';

export const audience = 'urn:facet:api';

export interface Asking {
  /** Whose token: an account's, or with the name of a BFF that BFF's own; `acc-001`; `nobody` sends none. */
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ObservedServices {
  readonly issuer: string;
  /** Each service as itself: what goes there is neither recorded nor checked. */
  readonly services: DomainServices;
  /** The ways to the services that are watched. */
  readonly gateways: Readonly<Record<ServiceName, ContractGateway>>;
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

export async function startObservedServices(): Promise<ObservedServices> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-observed-'));
  const provider = await startIdentityProvider({ port: 0 });
  const { issuer } = provider;
  const services = await startDomainServices({
    database: { folder },
    identity: { issuer, audience },
    ports: Object.fromEntries(serviceNames.map((name) => [name, 0])),
    logLevel: 'silent',
  });
  const gateways = await startGateways(services);
  const all = Object.values(gateways);
  const tokens = new Map<string, Promise<string>>();

  function token(subject: string): Promise<string> {
    const known =
      tokens.get(subject) ?? (subject.endsWith('-bff') ? requestClientToken(issuer, subject) : provider.token(subject));
    tokens.set(subject, known);
    return known;
  }

  async function send(origin: string, target: string, { as = 'acc-001', headers = {} }: Asking = {}) {
    const authorization = as === 'nobody' ? {} : { authorization: `Bearer ${await token(as)}` };
    return fetch(origin + target, { headers: { ...authorization, ...headers } });
  }

  return {
    issuer,
    services,
    gateways,
    token,
    ask: (service, target, asking) => send(gateways[service as ServiceName].origin, target, asking),
    read: async (service, target, asking) => {
      const response = await send(services.origins[service as ServiceName], target, asking);
      if (response.ok) return Buffer.from(await response.arrayBuffer());
      throw new Error(`${service} answered ${response.status} to ${target}: ${await response.text()}`);
    },
    takeCalls: () => all.flatMap(({ calls }) => calls.splice(0)),
    takeViolations: () => all.flatMap(({ violations }) => violations.splice(0)),
    close: async () => {
      await Promise.all(all.map((gateway) => gateway.close()));
      await Promise.all([services.close(), provider.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

async function startGateways({ origins }: DomainServices): Promise<Record<ServiceName, ContractGateway>> {
  const entries = await Promise.all(
    serviceNames.map(async (service) => [service, await startContractGateway({ service, origin: origins[service] })]),
  );
  return Object.fromEntries(entries) as Record<ServiceName, ContractGateway>;
}

async function requestClientToken(issuer: string, clientId: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientId}-secret`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
