/** Fastify plugin: what does not say how it may be kept is not kept (RFC 9111, 5.2.2.5). */
import type { FastifyInstance } from 'fastify';

/** Adds `Cache-Control: no-store` to answers without the header: they may be somebody's own. */
export function addNoStore(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}
