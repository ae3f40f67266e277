/** A REST service on loopback that answers as told and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedCall {
  readonly method: string;
  readonly path: string;
  /** Query parameters as they were written; a repeated one is joined by commas. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
}

export interface RecordingService {
  readonly origin: string;
  readonly calls: RecordedCall[];
  close(): Promise<void>;
}

/** An answer: JSON by default; `send` writes anything else. */
export type Answer = (call: RecordedCall) => {
  status?: number;
  json?: unknown;
  send?: (response: ServerResponse) => void;
};

export async function startRecordingService(answer: Answer): Promise<RecordingService> {
  const calls: RecordedCall[] = [];
  const server = createServer((request, response) => {
    const call = toCall(request);
    calls.push(call);
    const { status = 200, json, send } = answer(call);
    if (send !== undefined) return send(response);
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
    response.end(JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function toCall(request: IncomingMessage): RecordedCall {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const query: Record<string, string> = {};
  for (const name of new Set(url.searchParams.keys())) query[name] = url.searchParams.getAll(name).join(',');
  return { method: request.method ?? 'GET', path: url.pathname, query, headers: request.headers };
}
