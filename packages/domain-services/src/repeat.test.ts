import { describe, expect, it } from '@jest/globals';
import { createServer } from './http/server.ts';
import { repeatWhileOpen } from './repeat.ts';

const create = () => createServer({ name: 'test', logLevel: 'silent', assertReady: async () => undefined });

describe('repeatWhileOpen', () => {
  it('works one pass after another, failures included, until the server has closed', async () => {
    const app = create();
    const third = Promise.withResolvers<void>();
    let [passes, open, mostOpen] = [0, 0, 0];
    const work = async () => {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      passes += 1;
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      if (passes === 3) third.resolve();
      throw new Error('not this time');
    };
    repeatWhileOpen(app, { name: 'the work', everyMs: 1, work });
    await app.listen({ host: '127.0.0.1', port: 0 });
    await third.promise;
    await app.close();
    expect([open, mostOpen]).toEqual([0, 1]);
    const done = passes;
    await new Promise((resolve) => setImmediate(resolve));
    expect(passes).toBe(done);
  });
});
