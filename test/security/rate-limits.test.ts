/** Who asks for too much within a minute is refused, before anything is done for them. */
import { randomUUID } from 'node:crypto';
import type { BffSettings } from '@facet/core';
import { createRedis, describeWithRedis, type Redis, startRedis } from '@facet/core/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createRatedBff, type RatedBff, startRatedBff, type Told } from '../support/rated-bff.ts';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

let issuer: TestIssuer;
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.close());
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(settings: Partial<BffSettings> = {}): Promise<RatedBff> {
  const bff = await startRatedBff(issuer, settings);
  ends.push(bff.close);
  return bff;
}

const as = (subject: string) => ({ authorization: `Bearer ${issuer.token(subject)}` });
/** Each costs the 10 points of a change. */
const logins = (count: number) =>
  `mutation { ${Array.from({ length: count }, (_, index) => `a${index}: login(password: "${index}")`).join(' ')} }`;
const statusesOf = (answers: readonly Told[]) => answers.map(({ status }) => status);
async function askTimes(count: number, ask: () => Promise<Told>): Promise<Told[]> {
  const answers: Told[] = [];
  for (let index = 0; index < count; index += 1) answers.push(await ask());
  return answers;
}

describe('requests from one address', () => {
  it('are refused beyond 100 a minute, in the shape of GraphQL, and say when to come back', async () => {
    const { ask } = await start();
    const passed = await askTimes(100, () => ask('{ me }'));
    expect(new Set(statusesOf(passed))).toEqual(new Set([200]));
    expect(passed[0]?.headers.get('ratelimit-limit')).toBe('100');
    expect(passed[9]?.headers.get('ratelimit-remaining')).toBe('90');

    const refused = await ask('{ me }');
    expect(refused).toMatchObject({
      status: 429,
      code: 'RATE_LIMITED',
      json: { errors: [{ message: /^More than 100/ }] },
    });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.json.errors[0].extensions).toMatchObject({ limit: 100, retryAfterSeconds: seconds });
    expect(
      ['ratelimit-limit', 'ratelimit-remaining', 'cache-control'].map((name) => refused.headers.get(name)),
    ).toEqual(['100', '0', 'no-store']);
    expect(Number(refused.headers.get('ratelimit-reset'))).toBe(seconds);
  });

  it('are not refused to who is signed in there', async () => {
    const { ask } = await start({ anonymousRate: 1 });
    expect(statusesOf(await askTimes(2, () => ask('{ me }')))).toEqual([200, 429]);
    expect(statusesOf(await askTimes(3, () => ask('{ me }', as('ada'))))).toEqual([200, 200, 200]);
  });

  it('that fail to sign in are refused after as many, and nobody else at that address', async () => {
    const { ask } = await start({ anonymousRate: 3 });
    const forged = { authorization: `Bearer ${issuer.forgedToken('ada')}` };
    const answers = await askTimes(5, () => ask('{ me }', forged));
    expect(statusesOf(answers)).toEqual([401, 401, 401, 429, 429]);
    expect(answers.map(({ headers }) => headers.has('www-authenticate'))).toEqual([true, true, true, false, false]);
    expect(Number(answers[4]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(statusesOf([await ask('{ me }'), await ask('{ me }', as('ada'))])).toEqual([200, 200]);
  });

  it('leave health alone', async () => {
    const { ask, url } = await start({ anonymousRate: 1 });
    await askTimes(2, () => ask('{ me }'));
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  it('are told apart by what a trusted proxy says, and by nobody else', async () => {
    const via = (address: string) => ({ 'x-forwarded-for': address });
    const trusting = await start({ anonymousRate: 1, trustedProxies: ['127.0.0.0/8', '::1'] });
    const told = [await trusting.ask('{ me }', via('198.51.100.1')), await trusting.ask('{ me }', via('198.51.100.2'))];
    told.push(await trusting.ask('{ me }', via('9.9.9.9, 198.51.100.2')));
    expect(statusesOf(told)).toEqual([200, 200, 429]);
    const wary = await start({ anonymousRate: 1 });
    const same = [await wary.ask('{ me }', via('198.51.100.1')), await wary.ask('{ me }', via('198.51.100.2'))];
    expect(statusesOf(same)).toEqual([200, 429]);
  });
});

describe('points of one caller', () => {
  it('are counted for each, and nothing is executed beyond them', async () => {
    const { ask, tried } = await start({ pointRate: 20 });
    const answers = await askTimes(4, () => ask(logins(1), as('ada')));
    expect(statusesOf(answers)).toEqual([200, 200, 429, 429]);
    expect(tried).toHaveLength(2);
    expect(answers[2]?.json).toEqual({
      errors: [
        {
          message: expect.stringMatching(/^Your operations .* 20 points .* Try again in \d+ s\.$/),
          extensions: expect.objectContaining({ code: 'RATE_LIMITED', limit: 20, traceId: expect.any(String) }),
        },
      ],
    });
    expect(['ratelimit-remaining', 'cache-control'].map((name) => answers[2]?.headers.get(name))).toEqual([
      '0',
      'no-store',
    ]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(logins(1), as('ben'))).headers.get('ratelimit-remaining')).toBe('10');
  });

  it('count for who is anonymous by address', async () => {
    const { ask } = await start({ pointRate: 1, coalesce: false });
    expect(statusesOf(await askTimes(2, () => ask('{ me }')))).toEqual([200, 429]);
  });
});

describe('sensitive fields', () => {
  it('count for each alias, not for each request', async () => {
    const { ask, tried } = await start({
      fieldRates: { 'Mutation.login': 5 },
      maxRootFields: 1_000,
      maxAliases: 1_000,
    });
    const refused = await ask(logins(100));
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(refused.json.errors[0].message).toContain('Mutation.login may be asked for 5 times a minute');
    expect(tried).toEqual([]);
    expect((await ask('mutation { other }')).status).toBe(200);
    expect(statusesOf([await ask(logins(5), as('ada')), await ask(logins(1), as('ada'))])).toEqual([200, 429]);
  });

  it.each<[string, string, number]>([
    [
      'in fragments, wherever they are spread',
      'mutation { ...A ...A ... { c: login } } fragment A on Mutation { a: login b: login }',
      3,
    ],
    ['once where one answer is asked for twice', 'mutation { login login ...A } fragment A on Mutation { login }', 1],
    [
      'not where they are left out',
      'mutation($no: Boolean = false) { a: login @include(if: $no) b: login @skip(if: true) c: login }',
      1,
    ],
    ['where a variable lets them in', 'mutation($yes: Boolean = true) { a: login @include(if: $yes) b: login }', 2],
  ])('count %s', async (_, document, count) => {
    const { ask, tried } = await start({ fieldRates: { 'Mutation.login': count } });
    expect((await ask(document)).headers.get('ratelimit-remaining')).toBe('0');
    expect((await ask('mutation { login }')).status).toBe(429);
    expect(tried).toHaveLength(count);
  });

  it('stay counted where the operation is refused for something else', async () => {
    const { ask, tried } = await start({ fieldRates: { 'Mutation.login': 2 }, pointRate: 15 });
    expect((await ask(logins(2))).json.errors[0].message).toContain('points');
    expect((await ask(logins(1))).json.errors[0].message).toContain('Mutation.login may be asked for 2 times a minute');
    expect(tried).toEqual([]);
  });

  it('must be fields of the query or mutation', async () => {
    await expect(createRatedBff(issuer, { fieldRates: { 'Mutation.logon': 5 } })).rejects.toThrow(
      /FIELD_RATES.*Mutation\.logon/,
    );
  });
});

describe('modes', () => {
  const rates = { anonymousRate: 1, pointRate: 1, fieldRates: { 'Mutation.login': 1 } };

  it('measure tells, and refuses nothing', async () => {
    const { ask } = await start({ ...rates, rateLimits: 'measure' });
    const answers = await askTimes(3, () => ask(logins(2)));
    expect(statusesOf(answers)).toEqual([200, 200, 200]);
    expect(answers[2]?.headers.get('retry-after')).toBeNull();
  });

  it.each([
    ['production', [200, 429]],
    ['development', [200, 200]],
    ['test', [200, 200]],
  ] as const)('is right for %s by default', async (environment, statuses) => {
    const { ask } = await start({ ...rates, environment, rateLimits: undefined as never });
    expect(statusesOf(await askTimes(2, () => ask('{ me }')))).toEqual(statuses);
  });

  it('off tells nothing', async () => {
    const { ask } = await start({ ...rates, rateLimits: 'off' });
    expect((await ask('{ me }')).headers.get('ratelimit-limit')).toBeNull();
  });
});

describeWithRedis('two nodes with a Redis', () => {
  async function startNodes(settings: Partial<BffSettings>) {
    const server = await startRedis();
    ends.push(server.stop);
    const redis = createRedis({ url: server.url });
    ends.push(redis.close);
    await untilUp(redis);
    const startNode = () => start({ redisUrl: server.url, ...settings });
    const nodes = [await startNode(), await startNode()] as const;
    for (const node of nodes) await untilShared(node, redis);
    return { server, nodes };
  }

  /** A node counts for itself until it is connected. */
  async function untilShared({ ask, tried }: RatedBff, redis: Redis): Promise<void> {
    const countKeys = async () => ((await redis.send(['KEYS', 'rated-bff:rate:*'])) as unknown[]).length;
    const before = await countKeys();
    do {
      await ask(logins(1), as(randomUUID()));
    } while ((await countKeys()) === before);
    tried.length = 0;
  }

  const untilUp = (redis: Redis) =>
    new Promise<void>((resolve) => {
      if (redis.state() === 'up') resolve();
      redis.onChange((state) => state === 'up' && resolve());
    });

  it('let a caller have no more than one limit between them, and execute nothing beyond it', async () => {
    const { nodes } = await startNodes({ pointRate: 1_000 });
    const ada = as('ada');
    const asked = Array.from({ length: 150 }, (_, index) => nodes[index % 2 === 0 ? 0 : 1].ask(logins(1), ada));
    const passed = statusesOf(await Promise.all(asked)).filter((status) => status === 200).length;
    expect(passed).toBeGreaterThanOrEqual(100);
    expect(passed).toBeLessThanOrEqual(102);
    expect(nodes[0].tried.length + nodes[1].tried.length).toBe(passed);
  });

  it('count for themselves when it dies', async () => {
    const { server, nodes } = await startNodes({ anonymousRate: 2 });
    expect(
      statusesOf([await nodes[0].ask('{ me }'), await nodes[1].ask('{ me }'), await nodes[0].ask('{ me }')]),
    ).toEqual([200, 200, 429]);
    await server.kill();
    expect(statusesOf(await askTimes(3, () => nodes[1].ask('{ me }')))).toEqual([200, 200, 429]);
  });
});
