import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { audience, startTestIssuer, type TestIssuer } from '../identity/key-set.fixture.ts';
import { createServiceCaller, type ServiceCaller, ServiceUnavailable } from './service-caller.ts';

type Answer = (request: IncomingMessage, body: string) => { status?: number; body: string } | undefined;

let provider: TestIssuer;
let server: Server;
let caller: ServiceCaller;
let answer: Answer;
const seen: IncomingMessage[] = [];

const originOf = (service: string) =>
  service === 'catalog' ? `http://127.0.0.1:${(server.address() as AddressInfo).port}` : undefined;

const create = (more: object = {}) =>
  createServiceCaller({
    clientId: 'carts',
    clientSecret: 'carts-secret',
    identity: { issuer: provider.issuer, audience },
    originOf,
    ...more,
  });

beforeEach(async () => {
  provider = await startTestIssuer();
  answer = () => ({ body: '{"ok":true}' });
  seen.length = 0;
  server = createServer((request, response) => {
    seen.push(request);
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      const given = answer(request, text);
      if (given) response.writeHead(given.status ?? 200).end(given.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  caller = create();
});
afterEach(async () => {
  await caller.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await provider.close();
});

const read = () => caller.call('catalog', { method: 'GET', path: '/v1/products' });

describe('createServiceCaller', () => {
  it('sends what it is given, with the service’s own token', async () => {
    let received = '';
    answer = (_request, body) => {
      received = body;
      return { status: 409, body: '{"code":"OUT_OF_STOCK"}' };
    };
    const given = await caller.call('catalog', {
      method: 'POST',
      path: '/v1/things',
      query: { ids: ['a', 'b,c'], limit: 2, after: undefined },
      body: { name: 'Ø' },
      subject: 'acc-001',
      idempotencyKey: 'k-1',
      requestId: 'r-1',
    });
    expect(given).toEqual({ status: 409, body: { code: 'OUT_OF_STOCK' } });
    expect(received).toBe('{"name":"Ø"}');
    expect(seen[0]?.url).toBe('/v1/things?ids=a,b%2Cc&limit=2');
    expect(seen[0]?.headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer /),
      'content-type': 'application/json',
      'facet-subject': 'acc-001',
      'idempotency-key': 'k-1',
      'x-request-id': 'r-1',
    });
  });

  it('asks for one token however many calls begin at once, and keeps it', async () => {
    await Promise.all([read(), read(), read()]);
    await read();
    expect(provider.tokenRequests()).toBe(1);
  });

  it('asks for another token when one is refused, once', async () => {
    answer = () => ({ status: seen.length === 1 ? 401 : 200, body: '{}' });
    expect((await read()).status).toBe(200);
    expect(provider.tokenRequests()).toBe(2);
    answer = () => ({ status: 401, body: '{}' });
    expect((await read()).status).toBe(401);
    expect(seen).toHaveLength(4);
  });

  it.each<[string, Answer]>([
    ['answers no JSON', () => ({ body: 'oops' })],
    ['ends the connection', (request) => void request.socket.destroy()],
    ['never answers', () => undefined],
  ])('names the service that %s', async (_what, given) => {
    answer = given;
    await caller.close();
    caller = create({ timeoutMs: 200 });
    const failure = await read().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ServiceUnavailable);
    expect(failure).toMatchObject({ service: 'catalog', code: 'UNAVAILABLE', status: 503 });
  });

  it('names the service whose place nobody said, and a provider that refuses', async () => {
    await expect(caller.call('accounts', { method: 'GET', path: '/' })).rejects.toMatchObject({ service: 'accounts' });
    await caller.close();
    caller = create({ clientSecret: 'wrong' });
    await expect(read()).rejects.toMatchObject({ service: 'catalog' });
    expect(seen).toHaveLength(0);
  });
});
