/** Sessions in Redis, for all processes of a BFF: encrypted, bound to ids that Redis never sees. */
import { randomUUID } from 'node:crypto';
import { FacetError } from '../errors/facet-error.ts';
import { toStoreKey } from './session-id.ts';
import type { Seal } from './session-seal.ts';
import type { FoundSession, Session, SessionLifetimes, SessionStore } from './session-store.ts';

/** What the store needs of the connection. */
export interface SessionRedis {
  /** Sends a command, perhaps twice; rejects where Redis is in trouble for longer. Texts in replies are Buffers. */
  sendPatiently(command: readonly (string | Buffer)[]): Promise<unknown>;
}

export interface RedisSessionsOptions extends SessionLifetimes {
  readonly redis: SessionRedis;
  /** Begins the name of every key. */
  readonly namespace: string;
  readonly seal: Seal;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

/**
 * Begins a session and enters it in the lists of those whose logout ends it, at once: no logout comes between. What has
 * ended leaves the lists.
 */
const createScript = `
  for list = 2, #KEYS do
    redis.call('ZREMRANGEBYSCORE', KEYS[list], '-inf', ARGV[3])
    redis.call('ZADD', KEYS[list], ARGV[4], KEYS[1])
    redis.call('PEXPIRE', KEYS[list], ARGV[5])
  end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])`;
// Each may be carried out twice, as the answer to the first may be lost.
/** Replaces only what is still there as it was read: no lock is trusted with that. */
const replaceScript = `
  local found = redis.call('GET', KEYS[1])
  if found ~= ARGV[1] and found ~= ARGV[2] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  return 1`;
/** Taken, too, where the holder has it already. */
const takeScript = `
  local holder = redis.call('GET', KEYS[1])
  if holder then return holder == ARGV[1] and 1 or 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;
const releaseScript = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

/**
 * Creates the store; the connection stays the caller's. A session's key lives as long as it may lie unused, and every
 * read prolongs that. Redis must not evict keys that it was told to keep (`maxmemory-policy noeviction` or `volatile-ttl`):
 * an evicted session is a person signed out.
 */
export function createRedisSessions(options: RedisSessionsOptions): SessionStore {
  const { redis, namespace, seal, idleMs, lifetimeMs, now = Date.now } = options;
  const keyOf = (kind: string, name: string) => `${namespace}:${kind}:${toStoreKey(name)}`;
  const sessionKey = (id: string) => keyOf('session', id);
  const idle = String(idleMs);

  async function send(...command: (string | Buffer)[]): Promise<unknown> {
    try {
      return await redis.sendPatiently(command);
    } catch (cause) {
      throw storeUnavailable(cause);
    }
  }

  async function take(key: string, holder: string, ttlMs: number): Promise<boolean> {
    return (await send('EVAL', takeScript, '1', key, holder, String(Math.ceil(ttlMs)))) === 1;
  }

  function toFound(id: string, sealed: unknown): FoundSession | undefined {
    if (!Buffer.isBuffer(sealed)) return undefined;
    const text = seal.open(sealed, id);
    if (text === undefined) return undefined;
    const session = JSON.parse(text) as Session;
    return session.endsAt > now() ? { session, version: sealed } : undefined;
  }

  return {
    async create(id, session) {
      const { subject, sid, endsAt } = session;
      const lists = sid === undefined ? [subjectList(subject)] : [subjectList(subject), sidList(sid)];
      const keys = [sessionKey(id), ...lists.map((list) => keyOf('sessions', list))];
      const times = [idle, now(), endsAt, lifetimeMs].map(String);
      await send('EVAL', createScript, String(keys.length), ...keys, seal.seal(JSON.stringify(session), id), ...times);
    },
    read: async (id) => toFound(id, await send('GETEX', sessionKey(id), 'PX', idle)),
    async peek(id) {
      const key = sessionKey(id);
      const [sealed, restMs] = await Promise.all([send('GET', key), send('PTTL', key)]);
      const found = toFound(id, sealed);
      return found && { session: found.session, idleEndsAt: now() + Number(restMs) };
    },
    async replace(id, found, session) {
      const sealed = seal.seal(JSON.stringify(session), id);
      return (await send('EVAL', replaceScript, '1', sessionKey(id), found.version as Buffer, sealed, idle)) === 1;
    },
    async end(id) {
      await send('DEL', sessionKey(id));
    },
    async endAll(whose) {
      const list = keyOf('sessions', 'sid' in whose ? sidList(whose.sid) : subjectList(whose.subject));
      const keys = ((await send('ZRANGE', list, '0', '-1')) as Buffer[]).map(String);
      if (keys.length === 0) return 0;
      const count = Number(await send('EXISTS', ...keys));
      await send('DEL', ...keys);
      await send('ZREM', list, ...keys);
      return count;
    },
    async lock(id, ttlMs) {
      const key = keyOf('session-lock', id);
      const holder = randomUUID();
      if (!(await take(key, holder, ttlMs))) return undefined;
      return async () => void (await send('EVAL', releaseScript, '1', key, holder));
    },
    async note(name, ttlMs) {
      await send('SET', keyOf('session-note', name), '1', 'PX', String(Math.ceil(ttlMs)));
    },
    isNoted: async (name) => (await send('EXISTS', keyOf('session-note', name))) === 1,
  };
}

const subjectList = (subject: string) => `sub ${subject}`;
const sidList = (sid: string) => `sid ${sid}`;

function storeUnavailable(cause: unknown): FacetError {
  const message = 'Who is signed in cannot be found out just now. Try again shortly.';
  return new FacetError('UPSTREAM_UNAVAILABLE', { message, cause });
}
