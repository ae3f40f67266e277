/** A loopback server that passes every request on to a real one and shows each exchange before it is answered. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';

export interface Exchange {
  readonly method: string;
  /** Path and query as they were written. */
  readonly target: string;
  readonly requestHeaders: IncomingHttpHeaders;
  readonly requestBody: Buffer;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Forwarder {
  readonly origin: string;
  close(): Promise<void>;
}

export interface ForwarderOptions {
  /** The origin that requests go to, asked with path and query of each of them. */
  readonly to: (target: string) => string | Promise<string>;
  readonly onExchange: (exchange: Exchange) => void;
  /** Gives another body to answer with; none by default. */
  readonly rewrite?: (exchange: Exchange) => Buffer | undefined;
}

/** Headers that speak about one connection only (RFC 9110, 7.6.1). */
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'expect']);

export async function startForwarder({ to, onExchange, rewrite }: ForwarderOptions): Promise<Forwarder> {
  const agent = new Agent();

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: target = '/', headers: requestHeaders } = request;
    const requestBody = await bytesOf(request);
    const answer = await agent.request({
      origin: await to(target),
      path: target,
      method: method as 'GET',
      headers: endToEnd(requestHeaders),
      body: requestBody.length === 0 ? null : requestBody,
    });
    const { statusCode: status, headers } = answer;
    const body = Buffer.from(await answer.body.bytes());
    const exchange = { method, target, requestHeaders, requestBody, status, headers, body };
    onExchange(exchange);
    const other = rewrite?.(exchange);
    const length = other === undefined ? {} : { 'content-length': String(other.length) };
    response.writeHead(status, { ...endToEnd(headers), ...length }).end(other ?? body);
  }

  const server = createServer((request, response) => {
    forward(request, response).catch((error: Error) => response.writeHead(502).end(`The forwarder: ${error.message}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, agent.destroy()]);
    },
  };
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
