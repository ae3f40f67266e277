import { getEventListeners } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FacetError } from '../errors/facet-error.ts';
import { createTransport, type Transport, type TransportOptions } from './transport.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function transportTo(listener: RequestListener, options?: TransportOptions) {
  const origin = await listening(createServer(listener));
  const transport: Transport = createTransport(options);
  ends.push(() => transport.close());
  const caller = new AbortController();
  const request = { origin, path: '/', method: 'GET', headers: {}, signal: caller.signal };
  return { transport, caller, request };
}

describe('createTransport', () => {
  it('gives status, headers and the whole body, however it is cut on the wire', async () => {
    const { transport, request, caller } = await transportTo((_request, response) => {
      response.writeHead(201, { 'content-type': 'text/plain', 'x-a': ['1', '2'] });
      response.write('a'.repeat(70_000));
      setImmediate(() => response.end('b'.repeat(70_000)));
    });
    const { status, headers, body } = await transport.send(request);
    expect([status, headers['content-type'], headers['x-a']]).toEqual([201, 'text/plain', ['1', '2']]);
    expect(Buffer.from(body).toString()).toBe('a'.repeat(70_000) + 'b'.repeat(70_000));
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  });

  it('sends method, headers and body, and has an empty body where there is none', async () => {
    const seen: unknown[] = [];
    const { transport, request } = await transportTo(async (incoming, response) => {
      seen.push([incoming.method, incoming.headers['x-a'], await text(incoming)]);
      response.writeHead(204).end();
    });
    const { body } = await transport.send({ ...request, method: 'POST', headers: { 'x-a': 'b' }, body: 'ä' });
    expect([seen, body.byteLength]).toEqual([[['POST', 'b', 'ä']], 0]);
  });

  it('leaves no timer behind', async () => {
    const { transport, request } = await transportTo((_request, response) => response.end('x'));
    const timerCount = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    await transport.send({ ...request, timeoutMs: 60_000 });
    const before = timerCount();
    for (let count = 0; count < 10; count += 1) await transport.send({ ...request, timeoutMs: 60_000 });
    expect(timerCount()).toBeLessThan(before + 5);
  });

  it('takes the answer that follows informational ones', async () => {
    const { transport, request } = await transportTo((_request, response) => {
      response.writeEarlyHints({ link: '</a>; rel=preload' });
      response.end('x');
    });
    expect(await transport.send(request)).toMatchObject({ status: 200 });
  });

  it('refuses a body that is too long, with or without its length', async () => {
    const { transport, request } = await transportTo((_request, response) => response.end('a'.repeat(2_000)), {
      maxResponseBytes: 1_000,
    });
    await expect(transport.send(request)).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
  });

  it('calls what is no HTTP UPSTREAM_INVALID_RESPONSE', async () => {
    const origin = await listening(createTcpServer((socket) => socket.resume().end('nonsense\r\n\r\n')));
    const { transport, request } = await transportTo(() => undefined);
    await expect(transport.send({ ...request, origin })).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
  });

  it.each([false, true])('calls a connection that ends UPSTREAM_UNAVAILABLE, answer begun: %s', async (isBegun) => {
    const { transport, request } = await transportTo((incoming, response) => {
      if (isBegun) response.writeHead(200, { 'content-length': '100' }).write('a');
      setImmediate(() => incoming.socket.destroy());
    });
    await expect(transport.send(request)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('ends an exchange after its time with UPSTREAM_TIMEOUT, whether the answer has begun or not', async () => {
    const ended: Promise<unknown>[] = [];
    const { transport, request, caller } = await transportTo((incoming, response) => {
      ended.push(new Promise((resolve) => response.once('close', resolve)));
      if (incoming.url === '/begun') response.write('a');
    });
    for (const path of ['/silent', '/begun']) {
      await expect(transport.send({ ...request, path, timeoutMs: 60 })).rejects.toMatchObject({
        code: 'UPSTREAM_TIMEOUT',
      });
    }
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
    expect(await Promise.all(ended)).toHaveLength(2);
  });

  it('rejects with the reason of the signal as soon as it aborts, and ends the exchange', async () => {
    const closed = Promise.withResolvers<void>();
    const { transport, request, caller } = await transportTo((_request, response) => {
      response.once('close', () => closed.resolve());
      caller.abort(new FacetError('CANCELED'));
    });
    await expect(transport.send(request)).rejects.toMatchObject({ code: 'CANCELED' });
    await closed.promise;
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  });

  it('never sends what was aborted in the queue, nor what came aborted', async () => {
    const paths: (string | undefined)[] = [];
    const first = Promise.withResolvers<void>();
    const { transport, request, caller } = await transportTo(
      (incoming, response) => {
        paths.push(incoming.url);
        void first.promise.then(() => response.end());
      },
      { maxConnections: 1 },
    );
    const under = transport.send({ ...request, signal: new AbortController().signal });
    const queued = transport.send({ ...request, path: '/queued' });
    caller.abort(new FacetError('CANCELED'));
    await expect(queued).rejects.toBe(caller.signal.reason);
    await expect(transport.send({ ...request, path: '/late' })).rejects.toBe(caller.signal.reason);
    first.resolve();
    await under;
    await transport.send({ ...request, path: '/next', signal: new AbortController().signal });
    expect(paths).toEqual(['/', '/next']);
  });

  it('calls a request that cannot be written UPSTREAM_UNAVAILABLE, with the cause', async () => {
    const { transport, request } = await transportTo(() => undefined);
    const sent = transport.send({ ...request, headers: { 'x-a': 'b\n' } });
    await expect(sent).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: expect.anything() });
  });
});
