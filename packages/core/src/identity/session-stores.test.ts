import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createPatientSend,
  createRedis,
  describeWithRedis,
  type Redis,
  type RedisServer,
  startRedis,
} from '../testing.fixture.ts';
import { newSessionId } from './session-id.ts';
import { createSeal } from './session-seal.ts';
import type { Session, SessionLifetimes, SessionStore } from './session-store.ts';
import { createMemorySessions } from './session-store-memory.ts';
import { createRedisSessions } from './session-store-redis.ts';

const minuteMs = 60_000;
const lifetimes = { idleMs: 30 * minuteMs, lifetimeMs: 720 * minuteMs };
let time = Date.now();
const now = () => time;

function session(given: Partial<Session> = {}): Session {
  const tokens = { accessToken: 'a', refreshToken: 'r', renewAt: time + minuteMs, expiresAt: time + minuteMs };
  return { subject: 'acc-001', sid: newSessionId(), endsAt: time + lifetimes.lifetimeMs, tokens, ...given };
}

/** What both stores promise. */
function describeStore(create: (given?: Partial<SessionLifetimes>) => SessionStore): void {
  it('finds what it was given, by its id alone', async () => {
    const store = create();
    const [id, given] = [newSessionId(), session()];
    await store.create(id, given);
    expect(await store.read(id)).toMatchObject({ session: given });
    expect(await store.peek(id)).toMatchObject({ session: given });
    expect(await store.read(newSessionId())).toBeUndefined();
  });

  it('ends a session once and for all', async () => {
    const store = create();
    const id = newSessionId();
    await store.create(id, session());
    const found = await store.read(id);
    await store.end(id);
    expect(await store.read(id)).toBeUndefined();
    expect(await store.replace(id, found as never, session())).toBe(false);
    expect(await store.peek(id)).toBeUndefined();
  });

  it('replaces what is still as it was read, once', async () => {
    const store = create();
    const id = newSessionId();
    await store.create(id, session());
    const [one, other] = [await store.read(id), await store.read(id)];
    const next = session({ subject: 'acc-001', sid: 'next' });
    expect(await store.replace(id, one as never, next)).toBe(true);
    expect(await store.replace(id, other as never, session())).toBe(false);
    expect(await store.read(id)).toMatchObject({ session: next });
  });

  it('ends a session at the end of its life, however much it is used', async () => {
    const store = create();
    const id = newSessionId();
    await store.create(id, session({ endsAt: time + minuteMs }));
    expect(await store.read(id)).toBeDefined();
    time += minuteMs;
    expect(await store.read(id)).toBeUndefined();
    expect(await store.peek(id)).toBeUndefined();
  });

  it("ends what a provider's session began, or all of a person", async () => {
    const store = create();
    const subject = newSessionId();
    const [one, two, three] = [newSessionId(), newSessionId(), newSessionId()];
    await store.create(one, session({ subject, sid: `${subject}-a` }));
    await store.create(two, session({ subject, sid: `${subject}-b` }));
    await store.create(three, session());
    expect(await store.endAll({ sid: `${subject}-a`, subject })).toBe(1);
    expect(await store.read(one)).toBeUndefined();
    expect(await store.read(two)).toBeDefined();
    expect(await store.endAll({ subject })).toBe(1);
    expect(await store.read(two)).toBeUndefined();
    expect(await store.read(three)).toBeDefined();
    expect(await store.endAll({ subject })).toBe(0);
  });

  it('gives a lock to one at a time, and only its holder gives it back', async () => {
    const store = create();
    const id = newSessionId();
    const unlock = await store.lock(id, minuteMs);
    expect(await store.lock(id, minuteMs)).toBeUndefined();
    await unlock?.();
    const next = await store.lock(id, minuteMs);
    expect(next).toBeDefined();
    await unlock?.();
    expect(await store.lock(id, minuteMs)).toBeUndefined();
  });

  it('remembers a name, however often it is noted', async () => {
    const store = create();
    const name = newSessionId();
    expect(await store.isNoted(name)).toBe(false);
    await store.note(name, minuteMs);
    await store.note(name, minuteMs);
    expect(await store.isNoted(name)).toBe(true);
    expect(await store.isNoted(newSessionId())).toBe(false);
  });
}

describe('createMemorySessions', () => {
  const create = (given: Partial<SessionLifetimes> & { maxSessions?: number } = {}) =>
    createMemorySessions({ ...lifetimes, now, ...given });
  describeStore(create);

  it('ends what nobody uses, and looking at it is no use', async () => {
    const store = create();
    const id = newSessionId();
    await store.create(id, session());
    time += lifetimes.idleMs - 1;
    expect((await store.peek(id))?.idleEndsAt).toBe(time + 1);
    expect(await store.read(id)).toBeDefined();
    time += lifetimes.idleMs - 1;
    expect(await store.peek(id)).toBeDefined();
    time += 1;
    expect(await store.read(id)).toBeUndefined();
  });

  it('holds so many and no more: the one longest unused ends', async () => {
    const store = create({ maxSessions: 2 });
    const [one, two, three] = [newSessionId(), newSessionId(), newSessionId()];
    await store.create(one, session());
    await store.create(two, session());
    await store.read(one);
    await store.create(three, session());
    expect(await store.read(two)).toBeUndefined();
    expect(await store.read(one)).toBeDefined();
    expect(await store.read(three)).toBeDefined();
  });

  it('forgets locks and notes with their time', async () => {
    const store = create();
    await store.lock('id', minuteMs);
    await store.note('name', minuteMs);
    time += minuteMs;
    expect(await store.lock('id', minuteMs)).toBeDefined();
    expect(await store.isNoted('name')).toBe(false);
  });
});

describeWithRedis('createRedisSessions', () => {
  let server: RedisServer;
  let redis: Redis;
  const key = randomBytes(32).toString('base64');
  const create = (given: Partial<SessionLifetimes> = {}, keys: string[] = [key]) =>
    createRedisSessions({ ...lifetimes, now, redis, namespace: 'test', seal: createSeal(keys), ...given });

  beforeAll(async () => {
    server = await startRedis();
    redis = createRedis({ url: server.url });
    await new Promise<void>((resolve) => redis.onChange((state) => state === 'up' && resolve()));
  });
  afterAll(async () => {
    await redis.close();
    await server.stop();
  });

  describeStore(create);

  describe('whose answers get lost', () => {
    let count = 0;
    const losing: Redis['send'] = async (command) => {
      const reply = await redis.send(command);
      count += 1;
      if (count % 2 === 1) throw new Error('Redis did not answer within 50 ms.');
      return reply;
    };
    describeStore((given) =>
      createRedisSessions({
        ...{
          ...lifetimes,
          now,
          namespace: 'losing',
          seal: createSeal([key]),
          redis: { sendPatiently: createPatientSend(losing) },
        },
        ...given,
      }),
    );
  });

  it('prolongs a session by use alone', async () => {
    const store = create();
    const id = newSessionId();
    await store.create(id, session());
    const [name] = (await keysOf('test:session:*')).slice(-1);
    const restOf = async () => Number(await redis.send(['PTTL', name as string]));
    await redis.send(['PEXPIRE', name as string, '1000']);
    await store.peek(id);
    expect(await restOf()).toBeLessThanOrEqual(1_000);
    for (const session of await keysOf('test:session:*')) await redis.send(['PEXPIRE', session, '1000']);
    await store.read(id);
    const rests = await Promise.all((await keysOf('test:session:*')).map((session) => redis.send(['PTTL', session])));
    expect(Math.max(...rests.map(Number))).toBeGreaterThan(lifetimes.idleMs - minuteMs);
  });

  it('reads with any of its keys, and takes what it cannot read for nothing', async () => {
    const other = randomBytes(32).toString('base64');
    const id = newSessionId();
    await create().create(id, session());
    expect(await create({}, [other, key]).read(id)).toBeDefined();
    expect(await create({}, [other]).read(id)).toBeUndefined();
  });

  it('ends all sessions of a person, also those that begin meanwhile', async () => {
    const store = create();
    const subject = newSessionId();
    const interrupted = createRedisSessions({
      ...{ ...lifetimes, now, namespace: 'test', seal: createSeal([key]) },
      redis: { sendPatiently: async (command) => store.endAll({ subject }).then(() => redis.send(command)) },
    });
    const id = newSessionId();
    await interrupted.create(id, session({ subject }));
    expect(await store.read(id)).toBeDefined();
    expect(await store.endAll({ subject })).toBe(1);
    expect(await store.read(id)).toBeUndefined();
  });

  it('leaves nothing that does not end by itself', async () => {
    for (const name of await keysOf('*')) expect(Number(await redis.send(['PTTL', name]))).toBeGreaterThan(0);
  });

  it('is UPSTREAM_UNAVAILABLE without Redis', async () => {
    const gone = { sendPatiently: () => Promise.reject(new Error('Redis is down.')) };
    const store = createRedisSessions({ ...lifetimes, redis: gone, namespace: 'test', seal: createSeal() });
    const works = [
      ...[store.read('id'), store.peek('id'), store.end('id'), store.lock('id', 1)],
      ...[store.note('a', 1), store.isNoted('a'), store.endAll({ subject: 'a' })],
    ];
    for (const outcome of await Promise.allSettled(works)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'UPSTREAM_UNAVAILABLE' } });
    }
  });

  async function keysOf(pattern: string): Promise<string[]> {
    return ((await redis.send(['KEYS', pattern])) as Buffer[]).map(String);
  }
});
