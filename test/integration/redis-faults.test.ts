/** Whatever becomes of Redis, answers stay right and quick, and the cache works again as soon as Redis does. */
import { execFileSync } from 'node:child_process';
import { createRedis, describeWithRedis, type Redis, type RedisServer, startRedis } from '@facet/core/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startBffProcess } from '../support/coherence-bffs.ts';
import { fakeDateOnly } from '../support/fake-date.ts';
import { postOperation } from '../support/post-operation.ts';
import { type RecordingService, startRecordingService } from '../support/recording-service.ts';
import { type Shelf, type ShelfBff, startShelf, startShelfBff } from '../support/shelf-bff.ts';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

const query = '{ book(id: "a") { title greeting author { name } } }';
const answerWith = (title: string) =>
  `{"data":{"book":{"title":"${title}","greeting":"en-GB: ${title}","author":{"name":"Author x"}}}}`;

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.close());

let shelf: Shelf;
const open: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  shelf = await startShelf();
});
afterEach(async () => {
  jest.useRealTimers();
  for (const one of open.splice(0)) await one.close();
  await shelf.close();
});

async function startBff(redisUrl?: string): Promise<ShelfBff> {
  const bff = await startShelfBff(shelf, issuer.issuer, { release: 'one', ...(redisUrl && { redisUrl }) });
  open.push(bff);
  return bff;
}

/** Expects right answers until one is made without asking a service. */
async function untilKept(bff: ShelfBff, title = 'Emma'): Promise<void> {
  do {
    shelf.takeCalls();
    expect((await bff.get(query)).text).toBe(answerWith(title));
  } while (shelf.takeCalls().length > 0);
}

describeWithRedis('a Redis', () => {
  let redis: RedisServer;
  let raw: Redis;
  let bff: ShelfBff;
  beforeEach(async () => {
    redis = await startRedis();
    raw = createRedis({ url: redis.url });
    bff = await startBff(redis.url);
    await untilKept(bff);
  });
  afterEach(async () => {
    await raw.close();
    redis.resume();
    await redis.stop();
  });

  /** Asks again and again, several at a time; resolves to how many milliseconds each answer took. */
  async function askOften(count: number, atOnce: number): Promise<number[]> {
    const took: number[] = [];
    const askOne = async () => {
      const startedAt = performance.now();
      const { status, text } = await bff.get(query);
      took.push(performance.now() - startedAt);
      expect([status, text]).toEqual([200, answerWith('Emma')]);
    };
    const askInTurn = async () => {
      for (let index = 0; index < count / atOnce; index += 1) await askOne();
    };
    await Promise.all(Array.from({ length: atOnce }, askInTurn));
    return took;
  }

  const keysOf = async (pattern: string) => (await raw.send(['KEYS', pattern])) as readonly Buffer[];

  it('that dies and comes back empty makes misses, and the cache works again', async () => {
    const asking = askOften(600, 20);
    await redis.kill();
    await asking;
    const { port } = redis;
    await redis.stop();
    redis = await startRedis({ port });
    await askOften(100, 10);
    await untilKept(bff);
  });

  it('that answers nothing is waited for now and then, not by each request', async () => {
    redis.pause();
    const [first = 0, ...others] = await askOften(300, 1);
    expect(first).toBeGreaterThan(40);
    expect(first).toBeLessThan(1_000);
    // Each of them would wait for 50 ms.
    expect(others.filter((ms) => ms >= 50).length).toBeLessThan(others.length / 20);
    redis.resume();
    await untilKept(bff);
  });

  it('that answers nothing sees no writer read what was before', async () => {
    const other = await startBff(redis.url);
    await untilKept(other);
    redis.pause();
    const authorization = `Bearer ${issuer.token('acc-001')}`;
    await bff.post('mutation { rename(id: "a", title: "Persuasion") }', { authorization });
    expect(shelf.takeCalls()).toEqual(['PUT /books/a']);
    for (let index = 0; index < 20; index += 1) expect((await bff.get(query)).text).toBe(answerWith('Persuasion'));
    redis.resume();
    await untilKept(bff, 'Persuasion');
    let seen = '';
    while (seen !== answerWith('Persuasion')) seen = (await other.get(query)).text;
    await untilKept(other, 'Persuasion');
  });

  const damages: Readonly<Record<string, (key: Buffer) => Promise<unknown>>> = {
    'cut off': async (key) => {
      const whole = (await raw.send(['GET', key])) as Buffer;
      return raw.send(['SET', key, whole.subarray(0, whole.length - 3)]);
    },
    'cut off at its beginning': async (key) => raw.send(['SET', key, Buffer.from('facet1')]),
    empty: (key) => raw.send(['SET', key, '']),
    'other bytes': (key) => raw.send(['SET', key, Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x7b])]),
    'followed by others': (key) => raw.send(['APPEND', key, 'x']),
    'no text': async (key) => {
      await raw.send(['DEL', key]);
      return raw.send(['LPUSH', key, 'x']);
    },
    gone: (key) => raw.send(['DEL', key]),
  };

  it.each(Object.keys(damages))('whose entries are %s makes misses', async (damage) => {
    const entries = await keysOf('facet:e:*');
    expect(entries.length).toBeGreaterThan(2);
    await Promise.all(entries.map((key) => damages[damage]?.(key)));
    expect((await bff.get(query)).text).toBe(answerWith('Emma'));
    expect(shelf.takeCalls()).toEqual(['GET /books?ids=a', 'GET /authors?ids=x']);
    await untilKept(bff);
  });

  it.each(['empty', 'other bytes', 'gone'])('whose states of tags are %s makes misses', async (damage) => {
    const tags = await keysOf('facet:t:*');
    expect(tags.length).toBeGreaterThan(2);
    await Promise.all(tags.map((key) => damages[damage]?.(key)));
    expect((await bff.get(query)).text).toBe(answerWith('Emma'));
    expect(shelf.takeCalls()).toEqual(['GET /books?ids=a', 'GET /authors?ids=x']);
  });
});

/**
 * In memory, all are one call. A Redis that is late for some of a thousand has not told them what state its tags are in, so
 * they are a call of their own.
 */
function withStampedes(name: string, mostCalls: number, start: () => Promise<ShelfBff>): void {
  const expectCalls = (expected: readonly string[]) => {
    const calls = shelf.takeCalls();
    if (mostCalls === 1) expect(calls).toEqual(expected);
    const plain = (all: readonly string[]) => new Set(all.map((call) => call.replace(' (if-none-match)', '')));
    expect(plain(calls)).toEqual(plain(expected));
    expect(calls.length).toBeLessThanOrEqual(expected.length * mostCalls);
  };
  it(`makes one call of each service on ${name}, cold and when an answer has just ended`, async () => {
    fakeDateOnly();
    const bff = await start();
    // By then Redis is there, if there is one; what all ask for is new.
    await bff.get('{ book(id: "b") { title } }');
    await bff.get('{ book(id: "b") { title } }');
    shelf.takeCalls();
    const askAll = async () => {
      const answers = await Promise.all(Array.from({ length: 1_000 }, () => bff.get(query)));
      return new Set(answers.map(({ text }) => text));
    };
    expect(await askAll()).toEqual(new Set([answerWith('Emma')]));
    expectCalls(['GET /books?ids=a', 'GET /authors?ids=x']);
    await untilKept(bff);
    shelf.titles.set('a', 'Sanditon');
    jest.setSystemTime(Date.now() + 61_000);
    expect(await askAll()).toEqual(new Set([answerWith('Sanditon')]));
    expectCalls(['GET /books?ids=a (if-none-match)', 'GET /authors?ids=x (if-none-match)']);
  });
}

describe('a stampede of a thousand', () => {
  withStampedes('memory', 1, () => startBff());
});

describeWithRedis('a stampede of a thousand', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  withStampedes('Redis', 2, () => startBff(redis.url));
});

/** A service that has an item of five thousand characters for every id. */
async function startLargeService(): Promise<RecordingService> {
  const text = 'x'.repeat(5_000);
  const service = await startRecordingService(({ query: { ids = '' } }) => {
    service.calls.length = 0;
    const items = ids.split(',').map((id) => ({ id, text: `${id} ${text}` }));
    return {
      send: (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=600' });
        response.end(JSON.stringify({ items }));
      },
    };
  });
  return service;
}

describe('a process with 8 MB for its caches', () => {
  it('lives with a small heap, whatever is asked', async () => {
    const service = await startLargeService();
    open.push(service);
    const env = { CACHE_MAX_BYTES: '8000000', MAX_ALIASES: '100', MAX_ROOT_FIELDS: '100', MAX_TOKENS: '2000' };
    // With room for all, the process dies: 20,000 values, as rows, answers of services and whole answers, are 200 MB.
    const flags = ['--max-old-space-size=140'];
    const bff = await startBffProcess({ origin: service.origin, issuer: issuer.issuer, env, flags });
    open.push({ close: async () => void (await bff.stop()) });
    const names = Array.from({ length: 40 }, (_, index) => `k${index}`);
    const fields = names.map((name) => `${name}: item(id: $${name}) { text }`);
    const wide = `query (${names.map((name) => `$${name}: ID!`)}) { ${fields} }`;
    for (let round = 0; round < 500; round += 1) {
      const variables = Object.fromEntries(names.map((name) => [name, `${name}-${round}`]));
      const { data, errors } = await postOperation(bff.url, { query: wide, variables });
      expect(errors).toEqual([]);
      expect(data.k39.text).toMatch(/^k39-/);
    }
    expect(residentBytes(bff.pid)).toBeLessThan(450_000_000);
  }, 120_000);
});

/** As the system says. */
function residentBytes(pid: number): number {
  return 1_024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
}
