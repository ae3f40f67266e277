import { describe, expect, it } from '@jest/globals';
import { FacetError } from '../errors/facet-error.ts';
import { createRefresh } from './refresh.ts';
import type { Session, SessionStore, SessionTokens } from './session-store.ts';
import { createMemorySessions } from './session-store-memory.ts';

const id = 'session';
const hourMs = 3_600_000;

/** A provider that takes each refresh token once, and answers when it is told to. */
function createProvider() {
  const asked: string[] = [];
  const gate: { isHeld?: boolean; open?: () => void; answer: 'tokens' | 'refused' | 'away' } = { answer: 'tokens' };
  return {
    asked,
    gate,
    async refresh(refreshToken: string): Promise<SessionTokens | undefined> {
      asked.push(refreshToken);
      await new Promise<void>((resolve) => {
        gate.open = resolve;
        if (gate.isHeld !== true) setImmediate(resolve);
      });
      if (gate.answer === 'away') throw new FacetError('UPSTREAM_UNAVAILABLE');
      if (gate.answer === 'refused' || asked.indexOf(refreshToken) < asked.length - 1) return undefined;
      return tokens(hourMs, `refresh-${asked.length}`);
    },
  };
}

function tokens(lifetimeMs: number, refreshToken?: string): SessionTokens {
  const expiresAt = Date.now() + lifetimeMs;
  return { accessToken: `access-${lifetimeMs}`, renewAt: expiresAt, expiresAt, ...(refreshToken && { refreshToken }) };
}

async function started(given: SessionTokens = tokens(0, 'refresh-0'), waitMs = hourMs) {
  const store = createMemorySessions({ idleMs: hourMs });
  const session = { subject: 'acc-001', endsAt: Date.now() + hourMs, tokens: given };
  await store.create(id, session);
  const provider = createProvider();
  const refused: Session[] = [];
  const create = (over: SessionStore = store) => {
    const refresh = createRefresh({
      store: over,
      provider,
      timeoutMs: 1_000,
      waitMs,
      onRefused: (session) => refused.push(session),
    });
    return (of: string) => refresh(of, session);
  };
  return { store, provider, create, refused };
}

describe('createRefresh', () => {
  it('asks once for all who ask, in any process that shares the store', async () => {
    const { provider, create } = await started();
    const processes = [create(), create(), create()];
    const sessions = await Promise.all(Array.from({ length: 60 }, (_, index) => processes[index % 3]?.(id)));
    expect(provider.asked).toEqual(['refresh-0']);
    expect(new Set(sessions.map((session) => session?.tokens.refreshToken))).toEqual(new Set(['refresh-1']));
  });

  it('asks nobody where somebody else was quicker', async () => {
    const { provider, create } = await started();
    await create()(id);
    await create()(id);
    expect(provider.asked).toHaveLength(1);
  });

  it('ends the session where the provider refuses', async () => {
    const { store, provider, create, refused } = await started();
    provider.gate.answer = 'refused';
    await expect(create()(id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await store.read(id)).toBeUndefined();
    expect(refused).toHaveLength(1);
  });

  it('asks nobody while the token is not about to expire', async () => {
    const { provider, create } = await started(tokens(hourMs, 'refresh-0'));
    expect((await create()(id)).tokens.refreshToken).toBe('refresh-0');
    expect(provider.asked).toHaveLength(0);
  });

  it('lets nobody wait while the token is good for some seconds', async () => {
    const { store, provider, create } = await started({ ...tokens(20_000, 'refresh-0'), renewAt: Date.now() });
    provider.gate.isHeld = true;
    const refresh = create();
    expect((await refresh(id)).tokens.refreshToken).toBe('refresh-0');
    while (provider.gate.open === undefined) await new Promise(setImmediate);
    provider.gate.open();
    while ((await store.read(id))?.session.tokens.refreshToken !== 'refresh-1') await new Promise(setImmediate);
    expect(provider.asked).toHaveLength(1);
  });

  it.each([1_000, 20_000])('goes on with a token that is good for %d ms while the provider is away', async (leftMs) => {
    const good = { ...tokens(leftMs, 'refresh-0'), renewAt: Date.now() };
    const { provider, create } = await started(good);
    provider.gate.answer = 'away';
    expect((await create()(id)).tokens.accessToken).toBe(good.accessToken);
  });

  it('keeps the session where the provider is away, and tries again', async () => {
    const { provider, create } = await started();
    provider.gate.answer = 'away';
    const refresh = create();
    await expect(refresh(id)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    provider.gate.answer = 'tokens';
    // The provider here takes a refresh token once, whatever became of it.
    provider.asked.length = 0;
    expect((await refresh(id)).tokens.refreshToken).toBe('refresh-1');
  });

  it('does not bring back a session that ended meanwhile', async () => {
    const { store, provider, create } = await started();
    const ending: SessionStore = {
      ...store,
      replace: async (...given) => {
        await store.end(id);
        return store.replace(...given);
      },
    };
    await expect(create(ending)(id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(provider.asked).toHaveLength(1);
    expect(await store.read(id)).toBeUndefined();
  });

  it('writes what it got once the store is back', async () => {
    const { store, provider, create } = await started();
    let failures = 2;
    const flaky: SessionStore = {
      ...store,
      replace: (...given) => {
        failures -= 1;
        return failures >= 0 ? Promise.reject(new FacetError('UPSTREAM_UNAVAILABLE')) : store.replace(...given);
      },
    };
    expect((await create(flaky)(id)).tokens.refreshToken).toBe('refresh-1');
    expect(provider.asked).toHaveLength(1);
  });

  it('keeps nobody waiting for a provider that is late, and wastes nothing of what it gives', async () => {
    const { provider, create } = await started(undefined, 20);
    provider.gate.isHeld = true;
    const refresh = create();
    const waiting = [refresh(id), refresh(id), create()(id)];
    for (const { reason } of (await Promise.allSettled(waiting)) as PromiseRejectedResult[]) {
      expect(reason).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    }
    provider.gate.open?.();
    expect((await refresh(id)).tokens.refreshToken).toBe('refresh-1');
    expect(provider.asked).toHaveLength(1);
  });

  it('takes the place of a process that died at it, once its lock has expired', async () => {
    const { store, provider, create } = await started(undefined, 20);
    await store.lock(id, 100);
    const refresh = create();
    await expect(refresh(id)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(provider.asked).toHaveLength(0);
    let renewed: Session | undefined;
    while (renewed === undefined) renewed = await refresh(id).catch(() => undefined);
    expect(renewed.tokens.refreshToken).toBe('refresh-1');
    expect(provider.asked).toHaveLength(1);
  });

  it('holds its lock for longer than the provider may take, metadata and tokens', async () => {
    const { store, create } = await started();
    const locks: number[] = [];
    await create({ ...store, lock: (of, ttlMs) => store.lock(of, locks.push(ttlMs) && ttlMs) })(id);
    expect(locks).toEqual([5_000]);
  });

  it('ends a session without a refresh token when its token expires', async () => {
    const { store, create } = await started(tokens(0));
    await expect(create()(id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await store.read(id)).toBeUndefined();
  });
});
