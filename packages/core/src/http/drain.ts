/** A graceful stop: requests under way are answered, keep-alive connections are told to go. */
import type { FastifyInstance } from 'fastify';

export interface Drain {
  readonly isDraining: () => boolean;
  /** Resolves when every connection is closed, at the latest after the grace. */
  stop(): Promise<void>;
}

/** Prepares a server for its stop; call it before the server is ready. */
export function addDrain(app: FastifyInstance, graceMs: number): Drain {
  let draining = false;
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (draining) reply.header('connection', 'close');
    done(null, payload);
  });

  async function stop(): Promise<void> {
    draining = true;
    const timer = setTimeout(() => app.server.closeAllConnections(), graceMs);
    try {
      await app.close();
    } finally {
      clearTimeout(timer);
    }
  }

  return { isDraining: () => draining, stop };
}
