/** The mobile BFF in front of loopback services that answer by the contracts and record what they are asked. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { audience, createIdentity, subjectOf } from './identity.fixture.ts';
import { createMobileBff } from './index.ts';
import { onlyColumns } from './only-columns.fixture.ts';
import { answerOf } from './rest-answers.fixture.ts';
import { createShop, type ShopAnswer } from './shop.fixture.ts';

const operations = join(import.meta.dirname, '../../../schemas/mobile/operations');

export interface RestCall {
  readonly method: string;
  /** Path and query, decoded, parameters by name, without `fields`. */
  readonly target: string;
  /** `sub` of the token that came along. */
  readonly as: string;
  /** What was sent, `undefined` without a body. */
  readonly sent: unknown;
  /** `Idempotency-Key`. */
  readonly key: string | undefined;
  /** Of the body with every column. */
  readonly bytes: number;
}

type Instead = number | string | ShopAnswer | undefined;

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of an answer's data
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly path: unknown; readonly extensions: object }[];
}

export interface MobileBff {
  /** Sends an operation of schemas/mobile/operations by its name, or a document. */
  send(operation: string, variables?: object, headers?: Record<string, string>): Promise<Answer & { bytes: number }>;
  /** Calls of services since the last look, sorted. */
  takeCalls(): RestCall[];
  /** The same in the order they came, as `method path?query`. */
  takeSteps(): string[];
  /** Sorted, as `path?query` alone. */
  takeTargets(): string[];
  /** What runs before a call is answered; a number answers with that status, a text with that body, an answer as it is. */
  onCall: (target: string) => Promise<Instead> | Instead;
  token(subject: string, clientId?: string): string;
  close(): Promise<void>;
}

/** Starts both on free ports; the caller closes them. */
export async function startMobileBff(): Promise<MobileBff> {
  const identity = createIdentity();
  const shop = createShop();
  const calls: RestCall[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const names = ['catalog', 'inventory', 'reviews', 'accounts', 'carts', 'orders', 'payments'];
  const bff = await createMobileBff({
    environment: 'test',
    port: 0,
    logLevel: 'silent',
    services: Object.fromEntries(names.map((name) => [name, { origin }])),
    identity: { issuer: origin, audience, clientId: 'mobile-bff', clientSecret: 'mobile-bff-secret' },
  });
  const url = await bff.listen();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const form = pathname === '/token' ? await readText(request) : '';
    const ofProvider = identity.answerOf(pathname, origin, form);
    if (ofProvider !== undefined) return respond(response, 200, JSON.stringify(ofProvider));
    const query = [...searchParams].sort(([a], [b]) => (a < b ? -1 : 1));
    const toTell = query.filter(([name]) => name !== 'fields');
    const parameters = toTell.map(([name, value]) => `${name}=${value}`).join('&');
    const target = parameters === '' ? pathname : `${pathname}?${parameters}`;
    const as = subjectOf(request.headers.authorization);
    const key = request.headers['idempotency-key'] as string | undefined;
    const { method = '' } = request;
    const sent = await bodyOf(request);
    const instead = await fixture.onCall(target);
    const toAsk = { method, path: pathname, query: Object.fromEntries(query), body: sent, subject: as };
    const given = typeof instead === 'object' ? instead : undefined;
    const { status, body } = given ??
      shop.answerOf(toAsk) ?? { status: 200, body: answerOf(pathname, toAsk.query, as) };
    const text = typeof instead === 'string' ? instead : JSON.stringify(body);
    calls.push({ method, target, as, sent, key, bytes: Buffer.byteLength(text) });
    const shown = typeof instead === 'string' ? text : JSON.stringify(onlyColumns(body, toAsk.query.fields));
    respond(response, typeof instead === 'number' ? instead : status, shown);
  }

  const fixture: MobileBff = {
    onCall: () => undefined,
    async send(operation, variables = {}, headers = {}) {
      const query = operation.includes('{')
        ? operation
        : readFileSync(join(operations, `${operation}.graphql`), 'utf8');
      const reply = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const text = await reply.text();
      return { ...(JSON.parse(text) as Answer), bytes: Buffer.byteLength(text) };
    },
    takeCalls: () => calls.splice(0).sort((a, b) => (a.target < b.target ? -1 : 1)),
    takeSteps: () => calls.splice(0).map(({ method, target }) => `${method} ${target}`),
    takeTargets: () => fixture.takeCalls().map(({ target }) => target),
    token: (subject, clientId) => identity.token(origin, subject, clientId),
    async close() {
      await bff.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
  return fixture;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const text = (await request.toArray()).join('');
  return text === '' ? undefined : JSON.parse(text);
}

function respond(response: ServerResponse, status: number, body: string): void {
  const type = status >= 400 && body.includes('"code"') ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'content-type': type }).end(body);
}
