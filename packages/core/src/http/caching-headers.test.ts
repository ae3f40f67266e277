import { describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { addCachingHeaders } from './caching-headers.ts';

const all = 'accept, accept-encoding, accept-language, apollographql-client-name, apollographql-client-version';

async function headersOf(given: Record<string, string | string[]>) {
  const app = Fastify();
  addCachingHeaders(app);
  app.get('/', (_request, reply) => reply.headers(given).send('x'));
  const { headers } = await app.inject('/');
  await app.close();
  return { cacheControl: headers['cache-control'], vary: headers.vary };
}

describe('addCachingHeaders', () => {
  it('lets nobody keep what does not say that it may be kept', async () => {
    expect(await headersOf({})).toEqual({ cacheControl: 'no-store', vary: all });
  });

  it('leaves what an answer says of itself', async () => {
    expect((await headersOf({ 'cache-control': 'public, max-age=1' })).cacheControl).toBe('public, max-age=1');
  });

  it.each([
    ['Origin', `Origin, ${all}`],
    ['Origin, Accept-Encoding', `Origin, ${all}`],
    ['accept', all],
    ['*', `*, ${all}`],
  ])('adds to a Vary of %s what is not in it', async (vary, expected) => {
    expect((await headersOf({ vary })).vary).toBe(expected);
  });
});
