// Work that a service does from time to time for as long as it runs.
import type { FastifyInstance } from 'fastify';

export interface RepeatOptions {
  /** What the work is, for the log. */
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

/** The first pass begins when `app` listens; one pass at a time, failures are logged, and closing waits for the pass under way. */
export function repeatWhileOpen(app: FastifyInstance, { name, everyMs, work }: RepeatOptions): void {
  let timer: NodeJS.Timeout | undefined;
  let pass: Promise<void> | undefined;
  const run = async () => {
    try {
      await work();
    } catch (error) {
      app.log.warn({ err: error }, `${name} failed; the next pass tries again`);
    } finally {
      pass = undefined;
    }
  };
  app.addHook('onListen', async () => {
    pass = run();
    timer = setInterval(() => {
      pass ??= run();
    }, everyMs).unref();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await pass;
  });
}
