import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { describeWithRedis, type RedisServer, startRedis } from '../redis-server.fixture.ts';
import { createRedis, type Redis } from './redis.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function connect(url: string, timeoutMs?: number): Redis {
  const redis = createRedis({ url, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  ends.push(redis.close);
  return redis;
}

async function start(options = {}): Promise<RedisServer> {
  const server = await startRedis(options);
  ends.push(server.stop);
  return server;
}

/** The next change, unless it is so already. */
const until = (redis: Redis, wanted: 'up' | 'down') =>
  new Promise<Error | undefined>((resolve) => {
    if (redis.state() === wanted) resolve(undefined);
    redis.onChange((state, reason) => state === wanted && resolve(reason));
  });

describeWithRedis('createRedis', () => {
  it('connects in the background, refusing commands until then', async () => {
    const { url } = await start();
    const redis = connect(url);
    await expect(redis.send(['PING'])).rejects.toThrow('Redis is down.');
    await until(redis, 'up');
    expect(await redis.send(['SET', 'k', Buffer.from([0, 255]), 'PX', '60000'])).toBe('OK');
    expect(await redis.send(['MGET', 'k', 'none'])).toEqual([Buffer.from([0, 255]), null]);
  });

  it('carries out commands of one turn in their order', async () => {
    const { url } = await start();
    const redis = connect(url);
    await until(redis, 'up');
    const replies = await Promise.all(['1', '2', '3'].map((value) => redis.send(['SET', 'k', value, 'GET'])));
    expect(replies.map((reply) => reply && String(reply))).toEqual([null, '1', '2']);
  });

  it('rejects for an error of Redis, and stays up', async () => {
    const { url } = await start();
    const redis = connect(url);
    await until(redis, 'up');
    await expect(redis.send(['NO-SUCH-COMMAND'])).rejects.toThrow('unknown command');
    expect(redis.state()).toBe('up');
  });

  it('waits for a Redis that comes later, and comes back in its place as another run', async () => {
    const first = await start();
    await first.kill();
    const redis = connect(first.url);
    expect(await until(redis, 'down').then(() => redis.send(['PING']).catch(String))).toContain('Redis is down');
    const second = await start({ port: first.port });
    await until(redis, 'up');
    const runId = redis.runId();
    expect(runId).toMatch(/^[0-9a-f]{40}$/);
    await second.kill();
    await until(redis, 'down');
    await start({ port: first.port });
    await until(redis, 'up');
    expect(redis.runId()).toMatch(/^[0-9a-f]{40}$/);
    expect(redis.runId()).not.toBe(runId);
  });

  it('waits for a Redis that does not answer once, and is up again when it does', async () => {
    const server = await start();
    const redis = connect(server.url, 20);
    await until(redis, 'up');
    server.pause();
    const outcomes = await Promise.allSettled([redis.send(['PING']), redis.send(['PING'])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(redis.state()).toBe('down');
    await expect(redis.send(['PING'])).rejects.toThrow('Redis is down.');
    server.resume();
    await until(redis, 'up');
    expect(await redis.send(['PING'])).toBe('PONG');
  });

  it('takes no busy process for a slow Redis', async () => {
    const { url } = await start();
    const redis = connect(url, 20);
    await until(redis, 'up');
    const answer = redis.send(['PING']);
    await new Promise(setImmediate);
    for (const end = performance.now() + 60; performance.now() < end; );
    expect(await answer).toBe('PONG');
    await new Promise(setImmediate);
    expect(redis.state()).toBe('up');
  });

  it('closes while Redis is up, away, silent or still being connected to', async () => {
    const server = await start();
    const [up, silent] = [connect(server.url), connect(server.url)];
    await Promise.all([until(up, 'up'), until(silent, 'up')]);
    await Promise.all([up.send(['PING']), up.close()]);
    await expect(up.send(['PING'])).rejects.toThrow('Redis is down.');
    await connect(server.url).close();
    server.pause();
    silent.send(['PING']).catch(() => {});
    await silent.close();
    await server.kill();
    const away = connect(server.url);
    await until(away, 'down');
    await away.close();
  });
});

describe('createRedis over something else', () => {
  it('is down with a reason', async () => {
    const server = createServer((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const redis = connect(url);
    const reason = await new Promise<Error | undefined>((resolve) => redis.onChange((_state, why) => resolve(why)));
    expect([redis.state(), reason]).toEqual(['down', expect.anything()]);
    await redis.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('leaves no connection where it is closed while it connects', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const redis = createRedis({ url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}` });
    await redis.close();
    const [socket] = await accepted;
    await once(socket.resume(), 'close');
    await new Promise((resolve) => server.close(resolve));
  });

  it('refuses a URL of another kind', () => {
    expect(() => createRedis({ url: 'http://localhost:6379' })).toThrow(TypeError);
  });
});
