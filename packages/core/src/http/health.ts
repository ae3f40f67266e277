/** Fastify plugin: is the process alive, and should it get traffic? */
import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.ts';

/**
 * `/livez` is 200 as long as the process answers. `/readyz` is 200 or 503 and says why: which guards there are, which of
 * them is open, what is missing or not well. Neither asks a service.
 */
export function addHealth(app: FastifyInstance, { report }: Pick<Readiness, 'report'>): void {
  app.get('/livez', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const found = report();
    return reply
      .code(found.status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(found);
  });
}
