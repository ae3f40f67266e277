/** What tests of the HTTP cache run on: a real service on loopback, the chain as the assembly has it, a clock to turn. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import type { OutboundRequest, OutboundResponse, Send } from '../client/transport.ts';
import type { RequestContext } from '../context/request-context.ts';
import { compose } from '../layer.ts';
import { createCoalesce } from './coalesce.ts';
import { createHttpCache, type HttpCacheOptions } from './http-cache.ts';
import { type KeptResponse, keptResponseCodec } from './kept-response.ts';
import { createMemoryStores } from './memory-store.ts';
import type { Store } from './store.ts';

export interface Served {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Answers with what `serve` was given last, 304 to a condition that its `etag` or `last-modified` meets. */
export async function startService() {
  const heard: Heard[] = [];
  let answer: (heard: Heard) => Served = () => ({});
  const server = createServer((request, response) => {
    const hearing = { method: request.method ?? '', path: request.url ?? '', headers: request.headers };
    heard.push(hearing);
    const { status = 200, headers = {}, body = '{"ok":true}' } = answer(hearing);
    const isMet =
      status === 200 &&
      ((headers.etag !== undefined && request.headers['if-none-match'] === headers.etag) ||
        (headers['last-modified'] !== undefined && request.headers['if-modified-since'] === headers['last-modified']));
    response.sendDate = false;
    response.writeHead(isMet ? 304 : status, { 'content-type': 'application/json', ...headers });
    response.end(isMet ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agent = new Agent();
  const wire: Send = async ({ origin, path, method, headers, body = null, signal }) => {
    const answer = await agent.request({ origin, path, method: method as 'GET', headers, body, signal });
    return { status: answer.statusCode, headers: answer.headers, body: await answer.body.bytes() };
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    wire,
    serve(given: Served | ((heard: Heard) => Served)) {
      heard.length = 0;
      answer = typeof given === 'function' ? given : () => given;
    },
    async close() {
      await agent.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Service = Awaited<ReturnType<typeof startService>>;

export const forAMinute = (body: string, etag?: string): Served => ({
  headers: { 'cache-control': 'public, max-age=60', ...(etag === undefined ? {} : { etag }) },
  body,
});

/** A moment whose seconds are whole, as those of HTTP dates. */
export const startMs = Date.parse('2026-01-01T00:00:00Z');
export const toHttpDate = (ms: number) => new Date(ms).toUTCString();

/** A cache over the wire, with coalescing in its middle. */
export function createChain({ origin, wire }: Service, options: Partial<HttpCacheOptions> = {}) {
  const clock = { ms: startMs };
  const now = () => clock.ms;
  const stores = createMemoryStores({ maxBytes: 10_000_000, now });
  const store = options.store ?? stores.create('http', keptResponseCodec);
  const cache = createHttpCache({ store, now, asOf: stores.asOf, ...options });
  const send: Send = compose([cache.lookup, createCoalesce(), cache.fill], wire);
  const get = (asking: Partial<OutboundRequest> = {}) => send({ ...toRequest(origin), ...asking });
  return { clock, stores, store, send, get };
}

export const anonymous = { principal: null, signal: new AbortController().signal } as RequestContext;

export function toRequest(origin: string): OutboundRequest {
  return {
    service: 'catalog',
    operationId: 'listProducts',
    origin,
    method: 'GET',
    path: '/products?ids=1',
    headers: { accept: 'application/json' },
    audience: 'public',
    context: anonymous,
    signal: anonymous.signal,
  };
}

/** A store whose entries leave the process: they are bytes, and every read takes a turn. */
export function createRemoteStore(inner: Store<KeptResponse>, change = (bytes: Buffer) => bytes): Store<KeptResponse> {
  const { encode, decode } = keptResponseCodec;
  const travel = (value: KeptResponse | undefined) => {
    try {
      return value && decode(change(Buffer.from(encode(value))));
    } catch {
      return undefined;
    }
  };
  return {
    async read(wanted) {
      await new Promise(setImmediate);
      const { values, versions } = await inner.read(wanted);
      return { values: values.map(travel), versions };
    },
    write: inner.write,
  };
}

export const read = ({ body }: OutboundResponse) => JSON.parse(Buffer.from(body).toString());
