/**
 * A way to a service that takes its time: the first answer to each GET comes from the service, the same one again and
 * again from memory, each after the latency, and 304 to who has it already. So the services' own speed does not limit
 * how fast a BFF is asked.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';

export interface ReplayState {
  latencyMs: number;
  calls: number;
  bytes: number;
}

export interface Replay {
  readonly origin: string;
  /** The next answers come from the service again. */
  forget(): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const passedOn = ['content-type', 'cache-control', 'etag', 'vary'];

/** Starts the way to `target`; it counts into `state` and waits as long as that says. The caller closes it. */
export async function startReplay(target: string, state: ReplayState): Promise<Replay> {
  const agent = new Agent();
  const known = new Map<string, Promise<Answer>>();

  async function fetchAnswer({ url = '/', headers: { authorization } }: IncomingMessage): Promise<Answer> {
    const sent = authorization === undefined ? {} : { authorization };
    const answer = await agent.request({ origin: target, path: url, method: 'GET', headers: sent });
    const body = Buffer.from(await answer.body.bytes());
    const headers = passedOn.flatMap((name) => {
      const value = answer.headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    return { status: answer.statusCode, headers: Object.fromEntries(headers), body };
  }

  function answerTo(request: IncomingMessage): Promise<Answer> {
    const key = `${request.headers.authorization ?? ''} ${request.url}`;
    const answer = known.get(key) ?? fetchAnswer(request);
    known.set(key, answer);
    return answer;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET') return void response.writeHead(405).end('Only reading operations are measured.');
    const { status, headers, body } = await answerTo(request);
    const isKnown = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    const send = () => {
      state.calls += 1;
      if (isKnown) return void response.writeHead(304, headers).end();
      state.bytes += body.length;
      response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
    };
    if (state.latencyMs === 0) send();
    else setTimeout(send, state.latencyMs);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: Error) => response.writeHead(502).end(error.message));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    forget: () => known.clear(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await agent.destroy();
    },
  };
}
