/** Web sessions while something fails: Redis, the provider, a process in the middle of its work. */
import { createRedis, describeWithRedis, type RedisServer, startRedis } from '@facet/core/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { killRemaining } from '../recipes/start-process.ts';
import { type CookieBrowser, createCookieBrowser, type Visit } from '../support/cookie-browser.ts';
import { type SessionBff, type SessionBffs, startSessionBffs } from '../support/session-bffs.ts';
import { almostSignedIn, askAs, sessionCookie, signedIn } from '../support/signed-in.ts';

const viewer = '{ viewer { displayName } }';
const ada = { data: { viewer: { displayName: 'Ada' } } };
const timeoutMs = 60_000;

describeWithRedis('web sessions', () => {
  let redis: RedisServer;
  let system: SessionBffs;
  let first: string;
  let second: string;

  beforeAll(async () => {
    redis = await startRedis();
    system = await startSessionBffs(2, { REDIS_URL: redis.url });
    [first, second] = system.bffs.map(({ url }) => url) as [string, string];
    // A process connects to Redis in the background.
    for (const { process } of system.bffs) await process.says(/redis is up/);
  }, timeoutMs);
  afterAll(async () => {
    await system.close().finally(killRemaining);
    await redis.stop();
  }, timeoutMs);

  const start = async (env: Readonly<Record<string, string>> = {}): Promise<SessionBff> => {
    const bff = await system.start(env);
    await bff.process.says(/redis is up/);
    return bff;
  };

  /** As the same browser, whose pages are all of the first one's origin. */
  const ask = (browser: CookieBrowser, url: string) => {
    const cookie = browser.cookie(first, sessionCookie);
    return askAs(browser, url, viewer, { cookie: `${sessionCookie}=${cookie}` }, first);
  };

  const logOut = (browser: CookieBrowser) =>
    browser.go(`${first}/auth/logout`, { method: 'POST', headers: { 'x-csrf': '1', origin: first } });

  async function signedInWithExpiredToken(): Promise<CookieBrowser> {
    system.provider.pretendLifetime(0);
    const browser = await signedIn(first);
    system.provider.pretendLifetime(undefined);
    return browser;
  }

  function expectUnavailable({ status, text, headers }: Visit): void {
    expect({ status, code: JSON.parse(text).errors[0].extensions.code }).toEqual({
      status: 503,
      code: 'UPSTREAM_UNAVAILABLE',
    });
    expect(headers['set-cookie'] ?? []).not.toEqual(expect.stringContaining(sessionCookie));
  }

  it('are nobody while Redis is down: 503 with a code, and again there within 5 s', async () => {
    const browser = await signedIn(first);
    const beginner = createCookieBrowser();
    const callback = await almostSignedIn(beginner, first);
    redis.pause();
    try {
      const answers = await Promise.all([
        ask(browser, first),
        ask(browser, second),
        browser.go(`${first}/auth/session`),
        logOut(browser),
        beginner.go(callback, { stay: true }),
      ]);
      for (const answer of answers) expectUnavailable(answer);
      expect(browser.cookie(first, sessionCookie)).toBeDefined();
      expect(beginner.cookie(first, sessionCookie)).toBeUndefined();
      const anonymous = await askAs(browser, second, viewer);
      expect(JSON.parse(anonymous.text)).toEqual({ data: { viewer: null } });
    } finally {
      redis.resume();
    }
    let status = 503;
    const until = performance.now() + 5_000;
    while (status === 503 && performance.now() < until) ({ status } = await ask(browser, first));
    expect(JSON.parse((await ask(browser, first)).text)).toEqual(ada);
  });

  it('survive a provider that is away as long as their token does, and answer 503 afterwards', async () => {
    const lasting = await signedIn(first);
    const expired = await signedInWithExpiredToken();
    system.provider.setAway(true);
    try {
      expect((await ask(lasting, second)).status).toBe(200);
      expectUnavailable(await ask(expired, second));
    } finally {
      system.provider.setAway(false);
    }
    expect((await ask(expired, second)).status).toBe(200);
  });

  it('are nobody for a process that has no key to check their token with: 503, until it has', async () => {
    const browser = await signedIn(first);
    system.provider.setAway(true, '/jwks');
    try {
      const { url } = await start();
      expectUnavailable(await ask(browser, url));
      const beginner = createCookieBrowser();
      const callback = await almostSignedIn(beginner, url);
      expectUnavailable(await beginner.go(callback.replace(first, url), { stay: true }));
    } finally {
      system.provider.setAway(false);
    }
  });

  it('are renewed once, whoever loses patience with a late provider', async () => {
    const browser = await signedInWithExpiredToken();
    const { url } = await start({ REQUEST_TIMEOUT_MS: '200' });
    const before = system.provider.callsOf('refresh_token').length;
    const letGo = system.provider.hold('/token');
    const refused = await ask(browser, url);
    const patient = ask(browser, second);
    letGo();
    expectUnavailable(refused);
    expect(JSON.parse((await patient).text)).toEqual(ada);
    expect(JSON.parse((await ask(browser, url)).text)).toEqual(ada);
    expect(system.provider.callsOf('refresh_token').length - before).toBe(1);
  });

  it('are renewed by another process where one dies at it', async () => {
    const browser = await signedInWithExpiredToken();
    const dying = await start();
    const before = system.provider.callsOf('refresh_token').length;
    const letGo = system.provider.hold('/token');
    const lost = ask(browser, dying.url).catch(() => undefined);
    const connection = createRedis({ url: redis.url });
    await new Promise<void>((resolve) => connection.onChange((state) => state === 'up' && resolve()));
    let locks: string[] = [];
    while (locks.length === 0) {
      locks = ((await connection.send(['KEYS', '*:session-lock:*'])) as Buffer[]).map(String);
    }
    dying.process.kill('SIGKILL');
    await Promise.all([dying.process.ended, lost]);
    // What it asked for never arrives.
    system.provider.setAway(true, '/token');
    letGo();
    system.provider.setAway(false);
    const waiting = ask(browser, second);
    // Sooner than by itself.
    await connection.send(['PEXPIRE', locks[0] as string, '50']);
    expect(JSON.parse((await waiting).text)).toEqual(ada);
    expect(system.provider.callsOf('refresh_token').length - before).toBe(1);
    await connection.close();
  });
});
