/** What the headers of an outbound GET ask for, as text: part of the key of everything that is shared by URL. */
import type { OutboundRequest } from '../client/transport.ts';

type Headers = OutboundRequest['headers'];

/** Headers that say where a request belongs, never what it asks for. */
export const tracingHeaders: ReadonlySet<string> = new Set(['x-request-id', 'traceparent', 'tracestate']);

/** What a call sends whose contract has no header parameters. */
export const plainHeaders: Headers = { accept: 'application/json' };

/** Equal only where the requests ask the same of the same URL; JSON, so it delimits itself in a longer text. */
export function toAskedHeaders(headers: Headers): string {
  const asked: string[] = [];
  for (const name in headers) if (!tracingHeaders.has(name)) asked.push(name, headers[name] as string);
  return JSON.stringify(asked);
}
