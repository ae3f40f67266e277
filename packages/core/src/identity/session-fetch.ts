/** Gives openid-client the BFF's own connections, so that its calls are limited in time and size as all others. */
import type { CustomFetch } from 'openid-client';
import type { Transport } from '../client/transport.ts';

/** Such calls serve whole sessions, so no request's end ends one. */
const neverAborts = new AbortController().signal;

export function createSessionFetch(send: Transport['send'], timeoutMs: number): CustomFetch {
  return async (url, { method, headers, body }) => {
    const { origin, pathname, search } = new URL(url);
    const request = { origin, path: pathname + search, method, headers, signal: neverAborts, timeoutMs };
    const answer = await send(body == null ? request : { ...request, body: String(body) });
    const type = answer.headers['content-type'];
    return new Response(answer.body.length === 0 ? null : Buffer.from(answer.body), {
      status: answer.status,
      headers: typeof type === 'string' ? { 'content-type': type } : {},
    });
  };
}
