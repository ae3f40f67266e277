// Runs a suite on every database the services work on, with the services really listening and really seeded.
import { afterAll, beforeAll } from '@jest/globals';
import { Agent, request } from 'undici';
import { audience, startTestIssuer, type TestIssuer } from '../identity/key-set.fixture.ts';
import {
  type DatabaseLocation,
  type DomainServices,
  type DomainServicesOptions,
  type ServiceName,
  serviceNames,
  startDomainServices,
} from '../index.ts';
import { type DatabaseKind, describeEachDatabase } from './describe-each-database.fixture.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

export interface RequestOptions {
  /** A client's own token when left out; null sends none. */
  readonly token?: string | null;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface SendOptions {
  /** POST when left out. */
  readonly method?: RequestOptions['method'];
  /** A client's own token when left out. */
  readonly token?: string;
  /** Written as JSON. */
  readonly body?: unknown;
  readonly key?: string;
  readonly subject?: string;
}

export interface RunningServices {
  readonly name: string;
  /** This and the next two are there when the suite's first test runs. */
  provider: TestIssuer;
  services: DomainServices;
  database: DatabaseLocation;
  /** Texts of the statements since the last call. */
  takeQueries(): string[];
  get(service: ServiceName, path: string, options?: RequestOptions): Promise<Answer>;
  /** Asks for a write. */
  send(service: ServiceName, path: string, options: SendOptions): Promise<Answer>;
}

export const freePorts = Object.fromEntries(serviceNames.map((name) => [name, 0])) as Record<ServiceName, number>;

interface Given {
  readonly names: readonly ServiceName[];
  readonly suite: Suite;
  readonly more: Partial<DomainServicesOptions>;
}

function runOn({ name, start }: DatabaseKind, { names, suite, more }: Given): void {
  const queries: string[] = [];
  const agent = new Agent();
  const running = { name, takeQueries: () => queries.splice(0) } as RunningServices;
  const stops: (() => Promise<void>)[] = [() => agent.close()];

  running.get = async (service, path, { token, method = 'GET', headers = {}, body } = {}) => {
    const bearer = token === undefined ? running.provider.clientToken() : token;
    const answer = await request(`${running.services.origins[service]}${path}`, {
      dispatcher: agent,
      method,
      headers: { ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.body.text();
    const isJson = String(answer.headers['content-type']).includes('json') && text !== '';
    return { status: answer.statusCode, headers: answer.headers, text, body: isJson ? JSON.parse(text) : undefined };
  };

  running.send = (service, path, { method = 'POST', token, body, key, subject }) => {
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(subject === undefined ? {} : { 'facet-subject': subject }),
    };
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    return running.get(service, path, { method, headers, ...text, ...(token === undefined ? {} : { token }) });
  };

  beforeAll(async () => {
    const database = await start();
    stops.push(database.stop);
    running.database = database.location;
    running.provider = await startTestIssuer();
    stops.push(() => running.provider.close());
    running.services = await startDomainServices({
      services: names,
      ports: freePorts,
      database: database.location,
      identity: { issuer: running.provider.issuer, audience },
      logLevel: 'silent',
      onQuery: (_service, query) => queries.push(query.sql),
      ...more,
    });
    stops.push(() => running.services.close());
  });
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
  });
  suite(running);
}

export type Suite = (running: RunningServices) => void;

/** `more` goes to the services. */
export function onEachDatabase(
  names: readonly ServiceName[],
  suite: Suite,
  more: Partial<DomainServicesOptions> = {},
): void {
  describeEachDatabase((kind) => runOn(kind, { names, suite, more }));
}
