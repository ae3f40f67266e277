/** What the embedded identity provider remembers, in memory: sessions, grants, codes and refresh tokens. */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Finds a client's metadata; what else there is comes and goes. */
export type FindClient = (id: string) => AdapterPayload | undefined;

/** Beyond them, the oldest go; development needs a handful. */
const maxEntries = 10_000;

/** Creates a store for one provider: one adapter for each of its models, all over the same entries. */
export function createProviderStore(findClient: FindClient): AdapterFactory {
  const entries = new Map<string, Entry>();

  function find(key: string): AdapterPayload | undefined {
    const entry = entries.get(key);
    if (entry === undefined || entry.expiresAt > Date.now()) return entry?.payload;
    entries.delete(key);
    return undefined;
  }

  function findBy(model: string, isMeant: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload }] of entries) {
      if (key.startsWith(`${model}:`) && isMeant(payload)) return find(key);
    }
    return undefined;
  }

  return (model): Adapter => ({
    async upsert(id, payload, expiresInSeconds) {
      if (entries.size >= maxEntries) entries.delete(entries.keys().next().value as string);
      const expiresAt =
        expiresInSeconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresInSeconds * 1_000;
      entries.set(`${model}:${id}`, { payload, expiresAt });
    },
    find: async (id) => (model === 'Client' ? findClient(id) : find(`${model}:${id}`)),
    findByUid: async (uid) => findBy(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findBy(model, (payload) => payload.userCode === userCode),
    async consume(id) {
      const payload = find(`${model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) {
        if (key.startsWith(`${model}:`) && payload.grantId === grantId) entries.delete(key);
      }
    },
  });
}
