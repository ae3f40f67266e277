/** A BFF over a REST service that tells, in every answer, whose token it saw, and that answers when it is told to. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type BffSettings, call, createBff, from, load, type ResolverContext, row } from '@facet/core';
import { operation } from '@facet/core/data';
import { Agent, request } from 'undici';
import { type RecordedCall, type RecordingService, startRecordingService } from './recording-service.ts';

interface Item {
  readonly id: string;
  /** Subject of the token. */
  readonly seen: string;
}
interface Spec {
  readonly parameters: { readonly query?: { readonly ids?: string[] } };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': { items: Item[] } } } };
}

const ids = { in: 'query', style: 'form', explode: false, list: { maxItems: 50 } } as const;
const of = (path: string) =>
  operation<Spec>({ service: 'echo', operationId: path.slice(1), method: 'GET', path, parameters: { ids } });
const itemById = row(of('/items'), { keys: 'ids', matchBy: 'id', audience: 'public' });
const brokenById = row(of('/broken'), { keys: 'ids', matchBy: 'id', audience: 'public' });
const mineById = row(of('/mine'), { keys: 'ids', matchBy: 'id', audience: 'principal' });
const everything = row(of('/everything'), { audience: 'public' });

const typeDefs = `
  type Query {
    item(id: ID!, factor: Float, flag: Boolean): Item
    everything: All
    broken(id: ID!): Item
    mine(id: ID!): Item
    "Bound to a public row, but its key is the caller's."
    own: Item
    "Written by hand."
    whoami: String
  }
  type All { items: [Item!]! }
  type Item { id: ID!, seen: String, hello(name: String): String }
  type Mutation { count: Int }
`;

export interface EchoBff {
  /** As a client of its own does. */
  send(sent?: Sent): Promise<Received>;
  /** Views that were asked for a greeting: one for each execution that asks for one. */
  greetings(): number;
  close(): Promise<void>;
}

export interface EchoService extends RecordingService {
  /** Calls that wait for their answer. */
  readonly held: ReadonlySet<unknown>;
  /** Answers what waits. */
  release(): void;
}

export async function startEchoService(): Promise<EchoService> {
  const held = new Set<() => void>();
  const service = await startRecordingService((recorded) => ({
    send: (response) => {
      const answer = () => {
        held.delete(answer);
        respond(recorded, response);
      };
      held.add(answer);
      response.once('close', () => held.delete(answer));
    },
  }));
  return {
    ...service,
    held,
    release: () => {
      for (const answer of held) answer();
    },
  };
}

function respond({ path, query, headers }: RecordedCall, response: ServerResponse): void {
  const isBroken = path === '/broken';
  const seen = subjectOf(headers.authorization);
  // Never the same twice, so that views run each time and can be counted.
  const stamp = randomUUID();
  const items = (query.ids ?? 'a,b').split(',').map((id) => ({ id, seen, stamp }));
  response.writeHead(isBroken ? 503 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(isBroken ? { title: `not for ${seen}` } : { items }));
}

function subjectOf(authorization = ''): string {
  const [, payload = ''] = authorization.split('.');
  return payload === '' ? 'nobody' : JSON.parse(Buffer.from(payload, 'base64url').toString()).sub;
}

export async function startEchoBff(
  service: EchoService,
  issuer: string,
  settings: Partial<BffSettings> = {},
): Promise<EchoBff> {
  let greetingCount = 0;
  const toGreeting = ({ id }: { id: string }, { name = 'you' }: { name?: string }, { locale }: { locale: string }) => {
    greetingCount += 1;
    return `${locale}: ${id}, ${name}`;
  };
  const accountOf = (_query: unknown, _args: unknown, { principal }: ResolverContext) => principal?.account ?? 'nobody';
  const bff = await createBff({
    name: 'web-bff',
    typeDefs,
    resolvers: {
      Query: {
        item: load(itemById, (_query: unknown, { id }: { id: string }) => id),
        everything: call(everything),
        broken: load(brokenById, (_query: unknown, { id }: { id: string }) => id),
        mine: load(mineById, (_query: unknown, { id }: { id: string }) => id),
        own: load(itemById, accountOf),
        whoami: accountOf,
      },
      Item: { hello: from(['id'], toGreeting, { reads: ['locale'] }) },
      Mutation: { count: () => 1 },
    },
    settings: {
      environment: 'test',
      port: 0,
      logLevel: 'silent',
      services: { echo: { origin: service.origin, audience: 'urn:facet:catalog' } },
      identity: { issuer, audience: 'urn:facet:api', clientId: 'web-bff', clientSecret: 'web-bff-secret' },
      requestTimeoutMs: 20_000,
      attemptTimeoutMs: 15_000,
      ...settings,
    },
  });
  const url = await bff.listen();
  const agent = new Agent();
  return {
    send: (sent) => send(agent, url, sent),
    greetings: () => greetingCount,
    close: async () => {
      await agent.destroy();
      await bff.close();
    },
  };
}

/** What a client sends; `item` of `a`, by POST, unless told otherwise. */
export interface Sent {
  readonly method?: 'GET' | 'POST' | undefined;
  readonly token?: string | undefined;
  readonly query?: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of query, operation name and variables. */
  readonly body?: string;
  /** Instead of them in the URL, and GET. */
  readonly search?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export const greetingOfA = '{ item(id: "a") { id seen hello } }';

async function send(agent: Agent, url: string, sent: Sent = {}): Promise<Received> {
  const { token, query = greetingOfA, operationName, variables, body, signal = null } = sent;
  const { search, method = search === undefined ? 'POST' : 'GET' } = sent;
  const identity = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const isGet = method === 'GET';
  const given = { query, operationName, variables };
  const {
    statusCode,
    headers,
    body: answer,
  } = await request(`${url}/graphql${isGet ? (search ?? toSearch(given)) : ''}`, {
    method,
    dispatcher: agent,
    signal,
    headers: { 'content-type': 'application/json', ...identity, ...sent.headers },
    ...(isGet ? {} : { body: body ?? JSON.stringify(given) }),
  });
  return { status: statusCode, headers: headers as Received['headers'], text: await answer.text() };
}

function toSearch(given: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(given).filter(([, value]) => value !== undefined);
  const written = texts.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return `?${new URLSearchParams(Object.fromEntries(written))}`;
}

export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

/** Many times what a request on loopback needs, on a machine that has other things to do, too. */
export async function manyTurns(): Promise<void> {
  const enoughAt = performance.now() + 100;
  for (let turn = 0; turn < 200 || performance.now() < enoughAt; turn += 1) await new Promise(setImmediate);
}

/** Has the service answer whatever it is asked, until the promise is settled. */
export async function released<T>(service: EchoService, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  promise.then(settle, settle);
  await until(() => {
    service.release();
    return isSettled;
  });
  return promise;
}
