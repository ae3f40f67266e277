/** The one Redis connection of a process, handed to others as an argument. */
import { randomUUID } from 'node:crypto';
import { createClient, RESP_TYPES } from 'redis';
import { createAvailability, type RedisState } from './availability.ts';
import { createPatientSend } from './patient-send.ts';

export type RedisReply = Buffer | string | number | boolean | null | readonly RedisReply[];

export interface Redis {
  /** `down` until it is connected, and from a failure until it answers in time again. */
  state(): RedisState;
  /** Which run of which server it is connected to; another one after a restart, which may bring old data back. */
  runId(): string;
  /** Hears every change of the state, with why; the first is `up`, or `down` where the first attempt fails. */
  onChange(listener: (state: RedisState, reason?: Error) => void): void;
  /**
   * Sends a command; texts in the reply are Buffers. Commands of one turn travel together, and all are carried out in
   * the order they were sent in. Rejects at once while it is down, and after `timeoutMs`; the command may be carried
   * out all the same.
   */
  send(command: readonly (string | Buffer)[]): Promise<RedisReply>;
  /**
   * Sends a command again and again for the first half second that Redis is in trouble, so that nobody notices a short
   * one. It may be carried out twice.
   */
  sendPatiently(command: readonly (string | Buffer)[]): Promise<RedisReply>;
  /** Ends the connection, after commands under way where they end in time. Never rejects. */
  close(): Promise<void>;
}

export interface RedisOptions {
  /** `redis://` or `rediss://` (TLS), with name, password and number of the database where there are such. */
  readonly url: string;
  /** Time a command may take; 50 by default. */
  readonly timeoutMs?: number;
}

/** Commands under way, beyond which more are refused. */
const maxCommands = 10_000;
/** A connection is tried every so often while it is idle, and given up when it said nothing for the second time. */
const idlePingMs = 2_000;
const silenceMs = 5_000;

/**
 * Creates the connection and connects in the background: nothing waits for it, and whatever is wrong with it shows in
 * its state. It connects again for as long as it takes, at growing, random distances of at most a second and a half.
 *
 * A Redis that answers late counts as down, so that only the first of many requests waits for it: it is asked again at
 * the same distances until it answers a ping in time.
 */
export function createRedis({ url, timeoutMs = 50 }: RedisOptions): Redis {
  const client = createClient({
    url,
    name: 'facet',
    disableOfflineQueue: true,
    commandsQueueMaxLength: maxCommands,
    maintNotifications: 'disabled',
    pingInterval: idlePingMs,
    socket: { connectTimeout: silenceMs, socketTimeout: silenceMs, reconnectStrategy: toDelayMs },
    // Its own time limit covers commands that are not sent yet, and those alone.
    commandOptions: { timeout: 0, typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
  const availability = createAvailability({ ping: () => client.sendCommand(['PING']), timeoutMs, toDelayMs });
  let isClosed = false;
  let runId = '';

  // An end that was asked for while it connects would leave it connected.
  const destroyIfClosed = () => {
    if (isClosed) client.destroy();
  };
  client.on('connect', destroyIfClosed);
  client.on('ready', destroyIfClosed);
  client.on('ready', async () => {
    const info = await client.sendCommand(['INFO', 'server']).catch(() => '');
    if (!client.isReady) return;
    runId = toRunId(String(info));
    availability.connect();
  });
  client.on('error', (reason: Error) => availability[client.isReady ? 'slow' : 'lose'](reason));
  void client.connect().catch(() => {});

  function send(command: readonly (string | Buffer)[]): Promise<RedisReply> {
    if (availability.state() === 'down') return Promise.reject(new Error('Redis is down.'));
    return inTime(client.sendCommand<RedisReply>(command), timeoutMs, availability.slow);
  }

  return {
    state: availability.state,
    runId: () => runId,
    onChange: availability.onChange,
    send,
    sendPatiently: createPatientSend(send),
    async close() {
      if (isClosed) return;
      isClosed = true;
      const isUp = availability.state() === 'up';
      availability.close();
      if (isUp) await inTime(client.close(), timeoutMs, () => {}).catch(() => {});
      client.destroy();
    },
  };
}

/** From 50 ms on twice as long each time, and up to half of that more or less, so that many do not come together. */
function toDelayMs(retryCount: number): number {
  return Math.min(50 * 2 ** retryCount, 1_000) * (0.5 + Math.random());
}

/** Where a server does not say which it is, it counts as another one on every connection. */
function toRunId(info: string): string {
  return /^run_id:(\w+)/m.exec(info)?.[1] ?? randomUUID();
}

/** What came while the process itself was busy is in time: it is read before the time is up. */
function inTime<Value>(pending: Promise<Value>, timeoutMs: number, onLate: (reason: Error) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    let late: NodeJS.Immediate | undefined;
    const timer = setTimeout(() => {
      late = setImmediate(() => {
        const reason = new Error(`Redis did not answer within ${timeoutMs} ms.`);
        reject(reason);
        onLate(reason);
      });
    }, timeoutMs);
    const settle = () => {
      clearTimeout(timer);
      clearImmediate(late);
    };
    pending.then(
      (value) => {
        settle();
        resolve(value);
      },
      (reason) => {
        settle();
        reject(reason);
      },
    );
  });
}
