/** Sessions in this process's memory: for one process, gone with it. */
import { randomUUID } from 'node:crypto';
import { toStoreKey } from './session-id.ts';
import type { FoundSession, LogoutSubject, Session, SessionLifetimes, SessionStore } from './session-store.ts';

export interface MemorySessionsOptions extends Pick<SessionLifetimes, 'idleMs'> {
  /** Beyond them, the one longest unused ends for each new one; 10,000 by default, about 40 MB. */
  readonly maxSessions?: number;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

interface Entry {
  readonly session: Session;
  readonly idleEndsAt: number;
}

export function createMemorySessions(options: MemorySessionsOptions): SessionStore {
  const { idleMs, maxSessions = 10_000, now = Date.now } = options;
  /** The one longest unused first. */
  const entries = new Map<string, Entry>();
  const locks = new ExpiringNames(now);
  const notes = new ExpiringNames(now);

  function alive(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (entry === undefined || Math.min(entry.idleEndsAt, entry.session.endsAt) > now()) return entry;
    entries.delete(key);
    return undefined;
  }

  function put(key: string, session: Session): void {
    entries.delete(key);
    entries.set(key, { session, idleEndsAt: now() + idleMs });
  }

  function makeRoom(): void {
    for (const [key, { idleEndsAt }] of entries) {
      if (idleEndsAt > now() && entries.size < maxSessions) return;
      entries.delete(key);
    }
  }

  return {
    async create(id, session) {
      makeRoom();
      put(toStoreKey(id), session);
    },
    async read(id): Promise<FoundSession | undefined> {
      const key = toStoreKey(id);
      const entry = alive(key);
      if (entry === undefined) return undefined;
      put(key, entry.session);
      return { session: entry.session, version: entry.session };
    },
    peek: async (id) => alive(toStoreKey(id)),
    async replace(id, found, session) {
      const key = toStoreKey(id);
      if (alive(key)?.session !== found.version) return false;
      put(key, session);
      return true;
    },
    async end(id) {
      entries.delete(toStoreKey(id));
    },
    async endAll(whose) {
      const ended = [...entries].filter(([, { session }]) => isMeant(session, whose));
      for (const [key] of ended) entries.delete(key);
      return ended.length;
    },
    async lock(id, ttlMs) {
      const key = toStoreKey(id);
      const holder = locks.take(key, ttlMs);
      return holder === undefined ? undefined : async () => locks.release(key, holder);
    },
    async note(name, ttlMs) {
      notes.take(name, ttlMs);
    },
    isNoted: async (name) => notes.has(name),
  };
}

/** A provider's session names all that it began; without one, the person does. */
function isMeant(session: Session, whose: LogoutSubject): boolean {
  if (!('sid' in whose)) return session.subject === whose.subject;
  return session.sid === whose.sid && (whose.subject === undefined || session.subject === whose.subject);
}

/** Names that somebody has for a while. */
class ExpiringNames {
  private readonly holders = new Map<string, { readonly holder: string; readonly expiresAt: number }>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  take(name: string, ttlMs: number): string | undefined {
    const now = this.now();
    for (const [old, { expiresAt }] of this.holders) if (expiresAt <= now) this.holders.delete(old);
    if (this.holders.has(name)) return undefined;
    const holder = randomUUID();
    this.holders.set(name, { holder, expiresAt: now + ttlMs });
    return holder;
  }

  has(name: string): boolean {
    return (this.holders.get(name)?.expiresAt ?? 0) > this.now();
  }

  release(name: string, holder: string): void {
    if (this.holders.get(name)?.holder === holder) this.holders.delete(name);
  }
}
