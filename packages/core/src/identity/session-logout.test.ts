import { describe, expect, it } from '@jest/globals';
import { FacetError } from '../errors/facet-error.ts';
import { createBackchannelLogout } from './session-logout.ts';
import type { SessionStore } from './session-store.ts';
import { createMemorySessions } from './session-store-memory.ts';

const subject = 'acc-001';
const away = new FacetError('UPSTREAM_UNAVAILABLE');

/** A store that fails at one of its methods, once, before or after it did what it was asked for. */
function storeThat(failsAt: 'isNoted' | 'endAll' | 'note' | undefined, isDone = false): SessionStore {
  const store = createMemorySessions({ idleMs: 60_000 });
  if (failsAt === undefined) return store;
  let isSound = false;
  const work = store[failsAt] as (...args: unknown[]) => Promise<unknown>;
  const failing = async (...args: unknown[]) => {
    if (isSound) return work(...args);
    isSound = true;
    if (isDone) await work(...args);
    throw away;
  };
  return { ...store, [failsAt]: failing };
}

async function signIn(store: SessionStore, id: string): Promise<void> {
  const tokens = { accessToken: 'a', renewAt: 0, expiresAt: 0 };
  await store.create(id, { subject, endsAt: Date.now() + 60_000, tokens });
}

const logOut = (store: SessionStore) =>
  createBackchannelLogout({ store, verifyLogoutToken: async (token) => ({ id: String(token), whose: { subject } }) });

describe('createBackchannelLogout', () => {
  it('ends the sessions that the token names', async () => {
    const store = storeThat(undefined);
    await signIn(store, 'one');
    expect(await logOut(store)('token')).toEqual({ whose: { subject }, sessions: 1 });
    expect(await store.read('one')).toBeUndefined();
  });

  it.each([
    ['isNoted', false],
    ['endAll', false],
    ['endAll', true],
    ['note', false],
  ] as const)('ends them at the second word where the store failed at %s (done: %s)', async (method, isDone) => {
    const store = storeThat(method, isDone);
    await signIn(store, 'one');
    const end = logOut(store);
    await expect(end('token')).rejects.toBe(away);
    await end('token');
    expect(await store.read('one')).toBeUndefined();
  });

  it('ends none that began after a word that is said again', async () => {
    const store = storeThat(undefined);
    const end = logOut(store);
    await end('token');
    await signIn(store, 'later');
    await expect(end('token')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await store.read('later')).toBeDefined();
    await end('another token');
    expect(await store.read('later')).toBeUndefined();
  });

  it('takes the same word twice at once', async () => {
    const store = storeThat(undefined);
    await signIn(store, 'one');
    const end = logOut(store);
    const said = await Promise.allSettled([end('token'), end('token')]);
    expect(said.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await store.read('one')).toBeUndefined();
    await expect(end('token')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('notes nothing for a token that is none', async () => {
    const store = storeThat(undefined);
    const refused = new FacetError('BAD_REQUEST');
    const end = createBackchannelLogout({ store, verifyLogoutToken: () => Promise.reject(refused) });
    await expect(end('x')).rejects.toBe(refused);
    expect(await store.isNoted('logout-token x')).toBe(false);
  });
});
