import { afterEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import type { LimitMode } from '../config/settings.ts';
import { errorCodes } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import { createAddressRate } from './rate-address.ts';
import { createRateLimiter } from './rate-limiter.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Where people sign in: what they ask is answered with the code that they ask for. */
function start(mode: LimitMode = 'enforce') {
  let time = 0;
  const now = () => time;
  const limiter = createRateLimiter({ name: 'a', limit: 2, now });
  const beyond: string[] = [];
  const onBeyond = ({ url }: { url: string }) => void beyond.push(url);
  const rate = createAddressRate({ mode, limit: 2, limiter, toAddress: ({ ip }) => ip, onBeyond, now });
  const app: FastifyInstance = Fastify();
  app.setErrorHandler((error, _request, reply) => {
    const code = error instanceof FacetError ? error.code : 'INTERNAL_SERVER_ERROR';
    return reply.code(errorCodes[code].httpStatus).send({ code });
  });
  app.register(async (auth) => {
    rate.addWhereSignedIn(auth, ({ url }) => url.startsWith('/good'));
    auth.get<{ Params: { code: string } }>('/:how/:code', ({ params: { code } }) => {
      if (code !== 'OK') throw new FacetError(code as 'UNAUTHENTICATED');
      return { code };
    });
  });
  ends.push(() => app.close());
  return {
    beyond,
    wait(ms: number) {
      time += ms;
    },
    async ask(...urls: string[]): Promise<number[]> {
      const statuses: number[] = [];
      for (const url of urls) statuses.push((await app.inject(url)).statusCode);
      return statuses;
    },
  };
}

describe('createAddressRate, where people sign in', () => {
  it('counts every request but those that are good', async () => {
    const { ask, beyond } = start();
    expect(await ask('/any/OK', '/any/OK', '/any/OK')).toEqual([200, 200, 429]);
    expect(await ask('/good/OK', '/good/OK', '/good/OK')).toEqual([200, 200, 200]);
    expect(beyond).toEqual(['/any/OK']);
  });

  it.each([
    ['UNAUTHENTICATED', 401],
    ['BAD_REQUEST', 400],
    ['FORBIDDEN', 403],
  ])('refuses who fails with %s where as many did within a minute, and nobody else', async (code, status) => {
    const { ask, wait, beyond } = start();
    expect(await ask(`/good/${code}`, `/good/${code}`, `/good/${code}`, '/good/OK')).toEqual([
      status,
      status,
      429,
      200,
    ]);
    expect(beyond).toEqual([`/good/${code}`]);
    wait(60_000);
    expect(await ask(`/good/${code}`)).toEqual([status]);
  });

  it('blames nobody for a provider that is away', async () => {
    const { ask } = start();
    const code = 'UPSTREAM_UNAVAILABLE';
    const { httpStatus } = errorCodes[code];
    const thrice = [`/good/${code}`, `/good/${code}`, `/good/${code}`];
    expect(await ask(...thrice)).toEqual([httpStatus, httpStatus, httpStatus]);
  });

  it('only tells where it measures, and does nothing where it is off', async () => {
    const measuring = start('measure');
    expect(await measuring.ask('/any/OK', '/any/OK', '/any/OK')).toEqual([200, 200, 200]);
    expect(measuring.beyond).toHaveLength(1);
    const failure = '/good/UNAUTHENTICATED';
    expect(await measuring.ask(failure, failure, failure)).toEqual([401, 401, 401]);
    expect(measuring.beyond).toHaveLength(2);
    const off = start('off');
    expect(await off.ask('/any/OK', '/any/OK', '/any/OK')).toEqual([200, 200, 200]);
    expect(off.beyond).toEqual([]);
  });
});
