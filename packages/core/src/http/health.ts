/** Fastify plugin: is the process alive, and should it get traffic? */
import type { FastifyInstance } from 'fastify';

export interface HealthOptions {
  /** Whether new requests are welcome. */
  readonly isReady: () => boolean;
}

/** `/livez` is 200 as long as the process answers; `/readyz` is 503 while it starts or drains. Neither asks a service. */
export function addHealth(app: FastifyInstance, { isReady }: HealthOptions): void {
  app.get('/livez', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = isReady();
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'draining' });
  });
}
