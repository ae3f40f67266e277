/** Fastify plugin: what answers say to caches in front (RFC 9111) unless they say something else themselves. */
import type { FastifyInstance } from 'fastify';

/** Request headers that may decide how any request of the API is answered. */
const deciding = [
  'accept',
  'accept-encoding',
  'accept-language',
  'apollographql-client-name',
  'apollographql-client-version',
];
const vary = deciding.join(', ');

/**
 * `Cache-Control: no-store` where an answer has no `Cache-Control`: it may be somebody's own. `Vary` with all that
 * decides, also where it did not this time: a cache picks by the `Vary` of the answer it has (RFC 9111, 4.1).
 */
export function addCachingHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('vary', withVary(reply.getHeader('vary')));
    done(null, payload);
  });
}

/** What others added comes first; each header once. */
function withVary(given: string | number | string[] | undefined): string {
  if (given === undefined) return vary;
  const names = String(given).split(',');
  const others = names.map((name) => name.trim()).filter((name) => !deciding.includes(name.toLowerCase()));
  return [...others, vary].join(', ');
}
