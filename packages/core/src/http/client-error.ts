/** What is no request of HTTP, or comes too slowly, is refused in GraphQL's shape, too. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

const refusals = {
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The headers of the request are longer than this server accepts.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request did not arrive in time.' },
} as const;
const malformed = { status: 400, message: 'This is no request of HTTP.' };

/**
 * Creates Node's listener for `clientError`: answers with `headers` and an error of the code BAD_REQUEST, and ends the
 * connection, of which nobody knows where the next request would begin.
 */
export function createClientErrorHandler(headers: Readonly<Record<string, string>>) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) socket.write(toResponse(error.code, headers));
    socket.destroy();
  };
}

function toResponse(reason: string | undefined, others: Readonly<Record<string, string>>): string {
  const { status, message } = refusals[reason as keyof typeof refusals] ?? malformed;
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
  const headers = {
    ...others,
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}
